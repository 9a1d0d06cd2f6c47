package br.com.dmbackup.engine.sqlserver.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts what stands in a certificate file as Windows exports it (DER or PEM): the server's own certificate, whatever
 * name it bears, or that of the authority which issued it; then the server's must bear the name of the settings.
 *
 * <p>Public with a constructor of one text, as the driver makes it by its name.
 */
public final class CertificateFile implements X509TrustManager {
    private static final String SEPARATOR = "|";
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private final String host;
    private final List<X509Certificate> trusted;
    private final X509TrustManager authorities;

    /** @param argument as {@link #argument} makes it */
    public CertificateFile(String argument) throws GeneralSecurityException, IOException {
        int cut = argument.indexOf(SEPARATOR);
        this.host = argument.substring(0, cut);
        this.trusted = read(Path.of(argument.substring(cut + 1)));
        this.authorities = authorities(trusted);
    }

    static String argument(String host, Path file) {
        return host + SEPARATOR + file;
    }

    /** Whether it holds certificates. */
    public static boolean isReadable(Path file) {
        try {
            return !read(file).isEmpty();
        } catch (CertificateException | IOException none) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (trusted.contains(chain[0])) {
            chain[0].checkValidity();
            return;
        }
        authorities.checkServerTrusted(chain, authType);
        if (!names(chain[0]).anyMatch(this::isOurs)) {
            throw new CertificateException("issued to another name than " + host);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no clients come here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusted.toArray(X509Certificate[]::new);
    }

    private static Stream<String> names(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        // Certificates for this server often bear its name as their subject's alone.
        return names.isEmpty()
                ? commonName(certificate).stream()
                : names.stream().filter(name -> name.getFirst().equals(DNS) || name.getFirst().equals(ADDRESS))
                        .map(name -> String.valueOf(name.get(1)));
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns().stream()
                    .filter(part -> part.getType().equalsIgnoreCase("CN")).map(part -> String.valueOf(part.getValue()))
                    .findFirst();
        } catch (InvalidNameException noName) {
            return Optional.empty();
        }
    }

    /** A star stands for the first part of a name. */
    private boolean isOurs(String name) {
        String wanted = host.toLowerCase(Locale.ROOT);
        String borne = name.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        return borne.equals(wanted) || (dot > 0 && borne.equals("*" + wanted.substring(dot)));
    }

    private static List<X509Certificate> read(Path file) throws CertificateException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast).toList();
        }
    }

    private static X509TrustManager authorities(List<X509Certificate> trusted)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate each : trusted) {
            store.setCertificateEntry(each.getSerialNumber() + " " + each.getSubjectX500Principal(), each);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager made : factory.getTrustManagers()) {
            if (made instanceof X509TrustManager ours) {
                return ours;
            }
        }
        throw new GeneralSecurityException("no trust manager for certificates");
    }
}
