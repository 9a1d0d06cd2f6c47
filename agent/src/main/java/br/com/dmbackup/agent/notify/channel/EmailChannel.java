package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.net.OwnCertificate;
import br.com.dmbackup.agent.notify.channel.EmailSettings.Tls;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/** Mail as plain text, over SMTP. */
final class EmailChannel implements Channel {
    private static final String CONNECT = Long.toString(Duration.ofSeconds(10).toMillis());
    private static final String ANSWER = Long.toString(Duration.ofSeconds(15).toMillis());

    private final EmailSettings settings;

    EmailChannel(EmailSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<BackupFault> send(Letter letter) {
        try {
            Session session = Session.getInstance(properties());
            MimeMessage mail = mail(session, letter);
            try (Transport transport = session.getTransport()) {
                transport.connect(settings.host(), settings.port(),
                        settings.login().map(EmailSettings.Login::user).orElse(null),
                        settings.login().map(login -> new String(login.password().value())).orElse(null));
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return Optional.empty();
        } catch (MessagingException failed) {
            return MailFaults.of(settings, failed);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw BackupFault.of(FaultCode.NOTIFY_CERTIFICATE, settings.name(), settings.host(),
                    settings.certificate().map(Object::toString).orElse(""));
        }
    }

    private MimeMessage mail(Session session, Letter letter) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(settings.from()));
        Address[] to = InternetAddress.parse(String.join(",", settings.to()));
        mail.setRecipients(jakarta.mail.Message.RecipientType.TO, to);
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(letter.message().at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private Properties properties() throws GeneralSecurityException, IOException {
        boolean wrapped = settings.tls() == Tls.TLS;
        String protocol = wrapped ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "auth", Boolean.toString(settings.login().isPresent()));
        properties.setProperty(prefix + "connectiontimeout", CONNECT);
        properties.setProperty(prefix + "timeout", ANSWER);
        properties.setProperty(prefix + "writetimeout", ANSWER);
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        // One mistyped recipient must not keep the others from knowing.
        properties.setProperty(prefix + "sendpartial", "true");
        // The machine's own name may be a person's.
        properties.setProperty(prefix + "localhost", "dmbackup");
        if (settings.certificate().isPresent()) {
            properties.put(prefix + "ssl.socketFactory",
                    OwnCertificate.trusting(settings.certificate().get()).getSocketFactory());
        }
        return properties;
    }
}
