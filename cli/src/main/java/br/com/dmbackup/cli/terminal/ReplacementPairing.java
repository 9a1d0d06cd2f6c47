package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.destination.terminal.KeptThere;
import br.com.dmbackup.destination.terminal.PairingCall;
import br.com.dmbackup.destination.terminal.PairingCall.Facts;
import br.com.dmbackup.destination.terminal.PairingCall.Paired;
import br.com.dmbackup.destination.terminal.RecoveryKey;
import br.com.dmbackup.destination.terminal.TravellingSettings;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fresh machine takes the place of a dead server: its pairing, its archives, its settings. The person at the terminal
 * has shown the code for it, and only the recovery key on paper opens the secrets.
 */
record ReplacementPairing(Session session, Optional<String> address) {

    ExitCode pair(String code, @Nullable String typedCnpj, @Nullable Path writtenKey, boolean withoutSecrets) {
        Home home = new Home(session.home());
        if (Files.exists(home.settingsFile())) {
            throw BackupFault.of(FaultCode.REPLACEMENT_HAS_SETTINGS, home.root());
        }
        Optional<RecoveryKey> key = key(writtenKey, withoutSecrets);
        home.prepare();
        Paired paired = new PairingCall(home.root(), ProgramVersion.text()).with(code, address,
                new Facts(cnpj(typedCnpj), "", "", true, 0));
        session.output().line(session.texts().text("pair.replaced", paired.terminal().name(), paired.address()));
        TravellingSettings settings = KeptThere
                .settings(home.root(), paired.terminal().pin(), paired.address(), ProgramVersion.text(),
                        session.surroundings().clock())
                .orElseThrow(() -> BackupFault.of(FaultCode.TERMINAL_KEEPS_NO_SETTINGS, String.valueOf(typedCnpj)));
        settings.writeInto(home.root(), key);
        String name = TerminalSection.write(home, paired, session.words());
        session.output().line(session.texts().text("pair.settings_back", home.settingsFile(), name));
        session.output().result(Map.of("settings", home.settingsFile(), "destination", name, "secrets",
                key.isPresent()));
        return ExitCode.OK;
    }

    private static String cnpj(@Nullable String typed) {
        String word = typed == null ? "" : typed;
        return word.isEmpty()
                ? ""
                : Cnpj.parse(word).map(Cnpj::value)
                        .orElseThrow(() -> BackupFault.of(FaultCode.USAGE, "--cnpj " + word));
    }

    private Optional<RecoveryKey> key(@Nullable Path written, boolean without) {
        if (without) {
            return Optional.empty();
        }
        return Optional.of(RecoveryKey.parse(written == null
                ? session.ask(session.texts().text("pair.ask_key"))
                        .orElseThrow(() -> BackupFault.of(FaultCode.CONFIRMATION_NEEDED, "--recovery-key-file"))
                : read(written)));
    }

    private String read(Path written) {
        Path file = session.surroundings().workingFolder().resolve(written);
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, file, FileWords.of(e)).causedBy(e);
        }
    }
}
