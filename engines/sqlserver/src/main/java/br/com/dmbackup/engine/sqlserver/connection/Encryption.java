package br.com.dmbackup.engine.sqlserver.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * How far the connection is encrypted, and how the server must prove who it is.
 *
 * @param certificate the file of the server's certificate, or of its authority's, to trust instead of Java's; only where
 *        the server is verified
 */
public record Encryption(Mode mode, Optional<Path> certificate) {
    /** The words of the settings. */
    public enum Mode {
        /** Everything is encrypted and the server's certificate is verified. */
        VERIFY("verify", "true", false),
        /** Everything is encrypted; whoever answers is believed. What a server with its own certificate needs. */
        TRUST("trust", "true", true),
        /** Only the login is encrypted. */
        LOGIN("login", "false", true),
        /** TLS from the first byte on, verified: SQL Server 2022 and later. */
        STRICT("strict", "strict", false);

        private final String word;
        private final String encrypt;
        private final boolean trusting;

        Mode(String word, String encrypt, boolean trusting) {
            this.word = word;
            this.encrypt = encrypt;
            this.trusting = trusting;
        }

        public String word() {
            return word;
        }

        /** The mode of a word; {@link #VERIFY} for one that is none. */
        public static Mode of(String word) {
            return java.util.Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst().orElse(VERIFY);
        }

        public static List<String> words() {
            return java.util.Arrays.stream(values()).map(Mode::word).toList();
        }
    }

    void tell(Properties driver, String host) {
        driver.setProperty("encrypt", mode.encrypt);
        driver.setProperty("trustServerCertificate", String.valueOf(mode.trusting));
        if (!mode.trusting) {
            certificate.ifPresent(file -> {
                driver.setProperty("trustManagerClass", CertificateFile.class.getName());
                driver.setProperty("trustManagerConstructorArg", CertificateFile.argument(host, file));
            });
        }
    }
}
