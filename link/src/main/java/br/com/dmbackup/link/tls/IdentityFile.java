package br.com.dmbackup.link.tls;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.core.settings.SecretReference;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a machine's key stands: one PEM file, private key (PKCS #8) and certificate, that its owner alone may read
 * (0600; on Windows what the installation gave the folder). It is made at the first use and never changed: whoever loses
 * it must be paired anew.
 */
public final class IdentityFile {
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private IdentityFile() {}

    /**
     * The identity in that file; a new one is made where there is no file.
     *
     * @throws BackupFault {@code LINK_KEY_UNUSABLE} when it cannot be read or made, others may read it, or it is damaged
     */
    public static LinkIdentity openOrCreate(Path file, SecureRandom random) {
        try {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                create(file, random);
            }
            return open(file);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.LINK_KEY_UNUSABLE, file, FileWords.of(e)).causedBy(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw BackupFault.of(FaultCode.LINK_KEY_UNUSABLE, file, Phrase.of("link.key_damaged")).causedBy(e);
        }
    }

    private static void create(Path file, SecureRandom random) throws IOException, GeneralSecurityException {
        LinkIdentity identity = LinkIdentity.create(random);
        String pem = pem(KEY, identity.key().getEncoded()) + pem(CERTIFICATE, identity.certificate().getEncoded());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            DurableFile.createNew(file, pem.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException another) {
            // Somebody else made it at the same moment; theirs holds.
        }
    }

    private static LinkIdentity open(Path file) throws IOException, GeneralSecurityException {
        if (SecretReference.openToOthers(file)) {
            throw BackupFault.of(FaultCode.LINK_KEY_UNUSABLE, file, Phrase.of("link.key_open"));
        }
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(section(pem, KEY)));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(section(pem, CERTIFICATE)));
        requireOnePair(key, certificate);
        return new LinkIdentity(key, certificate);
    }

    /** What one signs the other must prove: halves of two files make no identity. */
    private static void requireOnePair(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("key and certificate do not belong together");
        }
    }

    private static String pem(String name, byte[] der) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                + "\n-----END " + name + "-----\n";
    }

    private static byte[] section(String pem, String name) throws GeneralSecurityException {
        Matcher found = Pattern.compile("-----BEGIN " + name + "-----(.*?)-----END " + name + "-----", Pattern.DOTALL)
                .matcher(pem);
        if (!found.find()) {
            throw new GeneralSecurityException("no " + name);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
