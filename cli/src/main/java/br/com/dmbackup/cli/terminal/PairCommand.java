package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.destination.terminal.KeptThere;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.Room;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.api.PairingReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code pair CODE}, at the server: becomes acquainted with the terminal that shows the code, and writes it into the
 * settings as a destination. With {@code --replacement} this machine takes the place of a dead server.
 */
@Command(name = "pair")
public final class PairCommand implements Verb {
    private static final Logger LOG = LoggerFactory.getLogger(PairCommand.class);

    @Parameters(paramLabel = "${bundle:label.code}", descriptionKey = "pair.code")
    @Nullable
    String code;

    @Option(names = "--address", paramLabel = "${bundle:label.address}")
    @Nullable
    String address;

    @Option(names = "--replacement")
    boolean replacement;

    @Option(names = "--cnpj", paramLabel = "CNPJ")
    @Nullable
    String cnpj;

    @Option(names = "--recovery-key-file", paramLabel = "${bundle:label.file}", descriptionKey = "dmbackup.pair.recovery_key")
    @Nullable
    Path recoveryKeyFile;

    @Option(names = "--without-secrets", descriptionKey = "dmbackup.pair.without_secrets")
    boolean withoutSecrets;

    @Override
    public ExitCode run(Session session) {
        String typed = Objects.requireNonNull(code);
        return replacement
                ? new ReplacementPairing(session, Optional.ofNullable(address)).pair(typed, cnpj, recoveryKeyFile,
                        withoutSecrets)
                : pair(session, typed);
    }

    private ExitCode pair(Session session, String typed) {
        PairingReport paired = new NewPairing(session).with(typed, Optional.ofNullable(address));
        session.output().line(session.texts().text("pair.paired", paired.terminal(), paired.address(),
                paired.destination()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("destination", paired.destination());
        result.put("terminal", paired.terminal());
        String pin = TerminalSection.pin(new Home(session.home()), paired.destination());
        result.put("pin", pin);
        result.put("address", paired.address());
        Pin.parse(pin).ifPresent(known -> tellRoom(session, known, paired.address(), result));
        paired.recoveryKey().ifPresent(key -> {
            session.output().line(session.texts().text("pair.recovery_key", key));
            result.put("recoveryKey", key);
        });
        session.output().result(result);
        return ExitCode.OK;
    }

    /** Paired is paired: where the terminal cannot be asked any more, its status tells it. */
    private static void tellRoom(Session session, Pin pin, String address, Map<String, Object> result) {
        try {
            Room.Is room = KeptThere.room(session.home(), pin, address, ProgramVersion.text(),
                    session.surroundings().clock());
            new RoomTold(room.freeBytes(), room.neededBytes(), room.slotBytes(), room.asideBytes(), room.dailyBytes())
                    .tell(session, result);
        } catch (BackupFault gone) {
            LOG.info("{}", gone.getMessage());
        }
    }
}
