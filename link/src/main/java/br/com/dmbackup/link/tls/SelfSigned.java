package br.com.dmbackup.link.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The envelope that TLS wants around a public key. What it says besides the key, nobody looks at. */
final class SelfSigned {
    /** Before any of our clocks. */
    static final String FROM = "20000101000000Z";
    /** RFC 5280 4.1.2.5: no well-defined end. */
    static final String TO = "99991231235959Z";
    private static final X500Name NAME = new X500Name("CN=dmbackup");
    private static final AlgorithmIdentifier SIGNATURE = new AlgorithmIdentifier(
            X9ObjectIdentifiers.ecdsa_with_SHA256);

    private SelfSigned() {}

    static X509Certificate certificate(KeyPair pair, String from, String to) {
        try {
            TBSCertificate content = content(pair, from, to);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getEncoded(ASN1Encoding.DER));
            byte[] der = new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[]{content, SIGNATURE,
                    new DERBitString(signature.sign())}).getEncoded(ASN1Encoding.DER);
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TBSCertificate content(KeyPair pair, String from, String to) {
        var content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        content.setSignature(SIGNATURE);
        content.setIssuer(NAME);
        content.setSubject(NAME);
        content.setStartDate(Time.getInstance(new DERGeneralizedTime(from)));
        content.setEndDate(Time.getInstance(new DERGeneralizedTime(to)));
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        return content.generateTBSCertificate();
    }
}
