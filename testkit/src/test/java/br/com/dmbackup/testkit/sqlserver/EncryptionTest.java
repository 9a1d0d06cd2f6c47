package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.testkit.sqlserver.login.Encryption;
import br.com.dmbackup.testkit.sqlserver.tls.ServerCertificate;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncryptionTest {
    private static final String TRUSTING = "encrypt=true;trustServerCertificate=true";
    @TempDir
    private Path folder;
    private Till till;

    @BeforeEach
    void open() {
        till = new Till(folder);
    }

    @AfterEach
    void close() {
        till.close();
    }

    @ParameterizedTest
    @EnumSource(Encryption.class)
    void servesAClientThatAsksForNone(Encryption encryption) throws SQLException {
        till.server.encrypt(encryption);
        try (Connection connection = till.connect("encrypt=false;trustServerCertificate=true")) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(till.backUp(connection)).contains(3014);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Encryption.class, names = {"LOGIN_ONLY", "EVERYTHING"})
    void servesAClientThatWantsAllEncrypted(Encryption encryption) throws SQLException {
        till.server.encrypt(encryption);
        try (Connection connection = till.connect(TRUSTING)) {
            assertThat(till.backUp(connection)).contains(3014);
        }
    }

    @Test
    void isRefusedByAClientThatInsistsWhereItHasNone() {
        till.server.encrypt(Encryption.NOT_SUPPORTED);
        assertThatThrownBy(() -> till.connect(TRUSTING).close()).isInstanceOf(SQLException.class)
                .hasMessageContaining("SSL");
    }

    @Test
    void isNotTrustedByWhoHasNotItsCertificate() {
        assertThatThrownBy(() -> till.connect("encrypt=true").close()).isInstanceOf(SQLException.class)
                .hasMessageContaining("PKIX path building failed")
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("08S01"));
    }

    @Test
    void isTrustedByWhoHas() throws SQLException {
        Path store = ServerCertificate.shared().exportTrust(folder.resolve("trust.p12"), "secret");
        try (Connection connection = till.connect("encrypt=true;hostNameInCertificate=localhost;trustStoreType=PKCS12;"
                + "trustStorePassword=secret;trustStore=" + store)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    /** The driver looks at {@code serverCertificate} only where {@code encrypt} is {@code strict}. */
    @Test
    void isNotTrustedByAnExpectedCertificateAlone() {
        Path certificate = ServerCertificate.shared().exportCertificate(folder.resolve("server.cer"));
        assertThatThrownBy(() -> till.connect("encrypt=true;serverCertificate=" + certificate).close())
                .hasMessageContaining("PKIX path building failed");
    }

    @Test
    void doesNotSpeakTds8() {
        assertThatThrownBy(() -> till.connect("encrypt=strict;trustServerCertificate=true").close())
                .isInstanceOf(SQLException.class);
    }
}
