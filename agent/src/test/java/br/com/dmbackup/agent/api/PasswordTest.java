package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
    private static final String PASSWORD = "três palavras certas";

    @TempDir
    Path folder;

    private ApiUnderTest api;

    @BeforeEach
    void open() {
        api = new ApiUnderTest(folder);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void givesTheAdministratorsRoleForAQuarterOfAnHour() {
        new AdminPassword(api.files).set(PASSWORD.toCharArray());
        LocalAgent admin = till().as(till().admin(PASSWORD.toCharArray()));
        assertThat(admin.role()).isEqualTo(AgentRole.ADMIN);
        assertThat(admin.settings().text()).contains("language");
        after(Duration.ofMinutes(14));
        assertThat(admin.settings().text()).contains("language");
        after(Duration.ofMinutes(2));
        assertThatThrownBy(admin::settings).hasMessageContaining("API_UNKNOWN_CALLER");
    }

    @Test
    void takesALetterAndItsAccentTypedAsTwo() {
        new AdminPassword(api.files).set(PASSWORD.toCharArray());
        String decomposed = java.text.Normalizer.normalize(PASSWORD, java.text.Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(PASSWORD);
        assertThat(till().admin(decomposed.toCharArray()).token()).isNotEmpty();
    }

    @Test
    void pausesLongerAfterEachWrongOneAndEvenForTheRightOne() {
        new AdminPassword(api.files).set(PASSWORD.toCharArray());
        for (int wrong = 0; wrong < 4; wrong++) {
            refused("errada!!", FaultCode.PASSWORD_WRONG);
            refused(PASSWORD, FaultCode.PASSWORD_PAUSE);
            after(Duration.ofSeconds((1L << wrong) / 2));
            if (wrong > 1) {
                refused(PASSWORD, FaultCode.PASSWORD_PAUSE);
            }
            after(Duration.ofSeconds(1L << wrong));
        }
        assertThat(till().admin(PASSWORD.toCharArray()).token()).isNotEmpty();
    }

    @Test
    void saysThatNoneWasSet() {
        refused(PASSWORD, FaultCode.PASSWORD_NOT_SET);
    }

    @Test
    void keepsOnlyWhatItIsHeldAgainstForTheAgentAlone() throws Exception {
        new AdminPassword(api.files).set(PASSWORD.toCharArray());
        assertThat(Files.readString(api.files.password())).startsWith("PBKDF2WithHmacSHA256 600000 ")
                .doesNotContain("palavras");
        assertThat(Files.getPosixFilePermissions(api.files.password()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(api.files.password(), PosixFilePermissions.fromString("rw-r-----"));
        refused(PASSWORD, FaultCode.AGENT_FILES_OPEN);
    }

    @Test
    void refusesAShortOne() {
        assertThatThrownBy(() -> new AdminPassword(api.files).set("1234567".toCharArray()))
                .isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.PASSWORD_TOO_SHORT));
    }

    @Test
    void survivesADamagedFile() throws Exception {
        for (String damaged : new String[]{"", "x", "PBKDF2 1 ! !", "a b c d"}) {
            Files.writeString(api.files.password(), damaged);
            Files.setPosixFilePermissions(api.files.password(), PosixFilePermissions.fromString("rw-------"));
            refused(PASSWORD, FaultCode.FILE_UNREADABLE);
        }
    }

    private void after(Duration time) {
        api.later.addAndGet(time.toNanos());
    }

    private void refused(String password, FaultCode code) {
        assertThatThrownBy(() -> till().admin(password.toCharArray())).isInstanceOfSatisfying(AgentFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private LocalAgent till() {
        return api.client();
    }
}
