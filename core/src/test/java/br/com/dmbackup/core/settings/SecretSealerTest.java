package br.com.dmbackup.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSealerTest {
    private static final Secret SECRET = new Secret("s3nhä €😀".toCharArray());

    @TempDir
    Path home;

    @Test
    void opensWhatItSealedAndNeverSealsAlike() {
        String first = SecretSealer.inHome(home).seal(SECRET);
        String second = SecretSealer.inHome(home).seal(SECRET);
        assertThat(first).startsWith("sealed:").isNotEqualTo(second).doesNotContain("s3nh");
        assertThat(SecretSealer.inHome(home).open(first)).contains(SECRET);
        assertThat(SecretSealer.inHome(home).open(second)).contains(SECRET);
    }

    @Test
    void doesNotOpenWhatWasAlteredAnywhere() {
        SecretSealer sealer = SecretSealer.inHome(home);
        String sealed = sealer.seal(SECRET);
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThat(sealer.open(altered)).as("altered at %d", i).isEmpty();
        }
        assertThat(sealer.open("sealed:")).isEmpty();
        assertThat(sealer.open("sealed:AAAA")).isEmpty();
    }

    @Test
    void doesNotOpenWithAnotherMachinesKeyNorWithoutOne() {
        String sealed = SecretSealer.inHome(home).seal(SECRET);
        SecretSealer other = SecretSealer.inHome(home.resolve("other"));
        assertThat(other.open(sealed)).isEmpty();
        other.seal(SECRET);
        assertThat(other.open(sealed)).isEmpty();
    }

    @Test
    void keepsItsKeyForTheOwnerAlone() throws IOException {
        SecretSealer sealer = SecretSealer.inHome(home);
        String sealed = sealer.seal(SECRET);
        Path key = home.resolve("state/machine.key");
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(sealer.open(sealed)).isEmpty();
    }

    @Test
    void aSettingRefersToASecretAndNeverHoldsIt() throws IOException {
        Path file = Files.writeString(home.resolve("senha.txt"), "first line\nsecond\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Path open = Files.writeString(home.resolve("aberta.txt"), "x\n");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        SettingsDraft draft = SettingsDraft.of(SettingsFile.parse("""
                [database]
                engine = "sqlite"
                a = "file:senha.txt"
                b = "%s"
                c = "plain"
                d = "file:aberta.txt"
                e = "file:none.txt"
                f = "sealed:AAAAAAAAAAAAAAAAAAAAAAAA"
                """.formatted(SecretSealer.inHome(home).seal(SECRET))), home, List.of("sqlite"), List.of());
        SettingsSection section = draft.settings().database().section();
        assertThat(section.optionalSecret("a")).contains(new Secret("first line".toCharArray()));
        assertThat(section.optionalSecret("b")).contains(SECRET);
        for (String key : List.of("c", "d", "e", "f", "g")) {
            assertThat(section.optionalSecret(key)).isEmpty();
        }
        assertThat(draft.problems()).extracting(SettingsProblem::messageKey).containsExactly("settings.secret_plain",
                "settings.secret_file_open", "settings.secret_file", "settings.secret_sealed_elsewhere");
        for (Language language : Language.values()) {
            assertThat(draft.problems())
                    .allSatisfy(problem -> assertThat(problem.text(Messages.in(language))).doesNotContain("{"));
        }
    }
}
