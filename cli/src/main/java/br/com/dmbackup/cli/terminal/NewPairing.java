package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.StoreIdentity;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.destination.terminal.PairingCall;
import br.com.dmbackup.destination.terminal.PairingCall.Facts;
import br.com.dmbackup.destination.terminal.PairingCall.Paired;
import br.com.dmbackup.destination.terminal.TravellingSettings;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.PairingReport;
import java.io.IOException;
import java.util.Optional;

/** Makes a terminal the store's, whoever asks for it: the command line, or a window through the agent. */
public record NewPairing(Session session) {

    /**
     * @param address where the terminal is; none to look for the one that shows a code
     * @throws BackupFault {@code PAIRING_*}, {@code LINK_*}, {@code TERMINAL_CONNECTION_NOT_FOUND}, {@code SETTINGS_*}
     */
    public PairingReport with(String code, Optional<String> address) {
        Sound sound = new Composition(session).settings();
        Settings settings = sound.settings();
        Home home = new Home(session.home());
        home.prepare();
        Paired paired = new PairingCall(home.root(), ProgramVersion.text()).with(code, address,
                new Facts(settings.store().map(StoreIdentity::cnpj).orElse(""),
                        settings.store().map(StoreIdentity::name).orElse(settings.database().name()),
                        settings.database().name(), false, ExpectedArchive.bytes(home, sound, session)));
        String name = TerminalSection.write(home, paired, session.words());
        return new PairingReport(name, paired.terminal().name(), paired.address(), recoveryKey(home));
    }

    /** Shown once, when it was made. */
    private static Optional<String> recoveryKey(Home home) {
        try {
            TravellingSettings.Made made = TravellingSettings.recoveryKeyOf(home.root());
            return made.fresh() ? Optional.of(made.key().shown()) : Optional.empty();
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, home.root(), FileWords.of(e)).causedBy(e);
        }
    }
}
