package br.com.dmbackup.testkit.sqlserver.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and a certificate for {@code localhost} that nobody vouches for, made by the JDK's own keytool. */
public final class ServerCertificate {
    private static final String PASSWORD = "only-in-tests";
    private static final String ALIAS = "double";
    private final KeyStore store;

    private ServerCertificate(KeyStore store) {
        this.store = store;
    }

    /** The one of this JVM; making it takes about a second. */
    public static ServerCertificate shared() {
        return Shared.ONE;
    }

    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Writes a trust store (PKCS12) that holds the certificate without its key. */
    public Path exportTrust(Path file, String password) {
        try (var out = Files.newOutputStream(file)) {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
            trust.store(out, password.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the double's certificate cannot be exported", e);
        }
    }

    /** Writes the certificate (DER), as {@code serverCertificate} of the driver wants it. */
    public Path exportCertificate(Path file) {
        try {
            return Files.write(file, store.getCertificate(ALIAS).getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the double's certificate cannot be exported", e);
        }
    }

    private static ServerCertificate make() {
        try {
            Path folder = Files.createTempDirectory("sqlserver-double");
            Path file = folder.resolve("key.p12");
            try {
                keytool(file);
                KeyStore store = KeyStore.getInstance("PKCS12");
                try (InputStream in = Files.newInputStream(file)) {
                    store.load(in, PASSWORD.toCharArray());
                }
                return new ServerCertificate(store);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keytool made no key store", e);
        }
    }

    private static void keytool(Path file) throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                .toString(), "-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname",
                "secp256r1", "-validity", "3650", "-dname", "CN=SSL_Self_Signed_Fallback", "-ext",
                "san=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
                PASSWORD)).redirectErrorStream(true).start();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), java.nio.charset.Charset.defaultCharset());
        }
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        }
    }

    private static final class Shared {
        private static final ServerCertificate ONE = make();
    }
}
