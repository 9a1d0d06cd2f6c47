package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.registry.OwnAddresses;
import br.com.dmbackup.agent.registry.RegistryClient;
import br.com.dmbackup.agent.registry.RegistrySettings;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.ApiFault;
import br.com.dmbackup.protocol.api.StoreAddress;
import br.com.dmbackup.protocol.api.StoreAddress.Place;
import br.com.dmbackup.protocol.registry.AddressAnswer;
import br.com.dmbackup.protocol.registry.AddressReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /v1/address}: where this store's server is, and the software house's registry told of it. */
final class AddressDesk {
    private final HomeDoor door;

    AddressDesk(HomeDoor door) {
        this.door = door;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.till("GET", "/v1/address", "", this::show),
                Endpoint.till("POST", "/v1/address", Caller.JSON, this::register));
    }

    private void show(Caller caller) throws IOException, InterruptedException {
        Sound sound = sound(caller);
        if (!settings(sound).integrated()) {
            caller.answer(200, new StoreAddress(false, Optional.empty(), Optional.empty(), Optional.empty()));
            return;
        }
        OwnAddresses own = OwnAddresses.now();
        StoreAddress told;
        try {
            told = answer(own, client(sound).address());
        } catch (BackupFault fault) {
            told = new StoreAddress(true, Optional.of(place(own, Optional.empty())), Optional.empty(),
                    Optional.of(Refusal.words(fault, caller.words())));
        }
        caller.answer(200, told);
    }

    private void register(Caller caller) throws IOException, InterruptedException {
        caller.sent(Nothing.class);
        Sound sound = sound(caller);
        if (!settings(sound).integrated()) {
            throw Refusal.of(FaultCode.REGISTRY_NOT_SET);
        }
        OwnAddresses own = OwnAddresses.now();
        caller.answer(200, answer(own,
                client(sound).register(new AddressReport(own.lan(), own.host(), door.programVersion()))));
    }

    private Sound sound(Caller caller) {
        return switch (door.read()) {
            case Sound sound -> sound;
            case Unsound unsound -> throw Refusal.of(unsound.fault(caller.words()));
        };
    }

    private static RegistrySettings settings(Sound sound) {
        return sound.parts().of(RegistrySettings.PART);
    }

    /** A store without a CNPJ has no name there. */
    private static RegistryClient client(Sound sound) {
        Cnpj store = sound.settings().store().flatMap(identity -> Cnpj.parse(identity.cnpj()))
                .orElseThrow(() -> BackupFault.of(FaultCode.REGISTRY_NOT_SET));
        return new RegistryClient(settings(sound), store);
    }

    private static StoreAddress answer(OwnAddresses own, AddressAnswer answer) {
        return new StoreAddress(true, Optional.of(place(own, Optional.of(answer.seen()))),
                answer.registered().map(known -> new Place(known.lan(), known.host(),
                        Optional.of(known.publicAddress()), Optional.of(known.since()))),
                Optional.empty());
    }

    private static Place place(OwnAddresses own, Optional<String> seen) {
        return new Place(own.lan(), own.host(), seen, Optional.empty());
    }

    /** An empty object. */
    private record Nothing() {}
}
