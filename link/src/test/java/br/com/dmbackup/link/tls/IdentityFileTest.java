package br.com.dmbackup.link.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFileTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CERTIFICATE = "-----BEGIN CERT";

    @TempDir
    Path folder;

    @Test
    void keepsOneKeyForItsOwnersEyes() throws IOException {
        Path file = folder.resolve("state/link.pem");
        LinkIdentity made = IdentityFile.openOrCreate(file, RANDOM);
        LinkIdentity again = IdentityFile.openOrCreate(file, RANDOM);

        assertThat(again.pin()).isEqualTo(made.pin());
        assertThat(again.certificate()).isEqualTo(made.certificate());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
        assertThat(made.toString()).isEqualTo(made.pin().toString());
    }

    @Test
    void whoeverComesFirstMakesTheKeyOfAll() {
        Path file = folder.resolve("link.pem");
        List<CompletableFuture<Pin>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> IdentityFile.openOrCreate(file, RANDOM).pin()))
                .toList();

        Set<Pin> pins = all.stream().map(CompletableFuture::join).collect(Collectors.toSet());
        assertThat(pins).hasSize(1);
    }

    @Test
    void aKeyThatOthersMayReadIsNotUsed() throws IOException {
        Path file = folder.resolve("link.pem");
        IdentityFile.openOrCreate(file, RANDOM);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertUnusable(file);
    }

    @Test
    void aDamagedFileIsNotReplacedInSilence() throws IOException {
        Path file = folder.resolve("link.pem");
        IdentityFile.openOrCreate(file, RANDOM);
        String whole = Files.readString(file);
        for (String damaged : List.of("", whole.substring(0, 120), whole.replace("CERTIFICATE", "KEY"),
                whole.replaceFirst("M", "N"), whole.substring(whole.indexOf(CERTIFICATE)))) {
            Files.writeString(file, damaged);
            assertUnusable(file);
            assertThat(Files.readString(file)).isEqualTo(damaged);
        }
    }

    @Test
    void halvesOfTwoKeysAreNoIdentity() throws IOException {
        Path file = folder.resolve("link.pem");
        Path other = folder.resolve("other.pem");
        IdentityFile.openOrCreate(file, RANDOM);
        IdentityFile.openOrCreate(other, RANDOM);
        String one = Files.readString(file);
        String another = Files.readString(other);
        String mixed = one.substring(0, one.indexOf(CERTIFICATE)) + another.substring(another.indexOf(CERTIFICATE));
        Files.writeString(file, mixed);

        assertUnusable(file);
    }

    @Test
    void aPinIsReadAsItIsWritten() {
        Pin pin = LinkIdentity.create(RANDOM).pin();

        assertThat(Pin.parse(pin.toString())).contains(pin);
        assertThat(Pin.parse(" " + pin.toString().toUpperCase(Locale.ROOT) + "\n")).contains(pin);
        assertThat(Pin.parse(pin.toString().substring(2))).isEmpty();
        assertThat(Pin.parse("x".repeat(64))).isEmpty();
        assertThat(Pin.of(pin.bytes())).isEqualTo(pin);
        assertThat(LinkIdentity.create(RANDOM).pin()).isNotEqualTo(pin);
    }

    private static void assertUnusable(Path file) {
        assertThatThrownBy(() -> IdentityFile.openOrCreate(file, RANDOM)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.LINK_KEY_UNUSABLE));
    }
}
