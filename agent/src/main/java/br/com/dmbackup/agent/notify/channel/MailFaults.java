package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.net.NetWords;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What the mail library throws, as faults. Its exceptions are not passed on: servers repeat user names and addresses in
 * their answers.
 */
final class MailFaults {
    /** Temporary answers of SMTP begin with it, RFC 5321 section 4.2.1. */
    private static final int TEMPORARY = 4;

    private MailFaults() {}

    /**
     * @return the fault of a mail that some of the recipients get
     * @throws BackupFault for one that nobody gets
     */
    static Optional<BackupFault> of(EmailSettings settings, MessagingException failed) {
        if (failed instanceof SendFailedException partly && count(partly.getValidSentAddresses()) > 0) {
            return Optional.of(fault(settings, FaultCode.NOTIFY_RECIPIENT_REFUSED, counts(settings, partly)));
        }
        throw whole(settings, failed);
    }

    private static BackupFault whole(EmailSettings settings, MessagingException failed) {
        return switch (failed) {
            case AuthenticationFailedException e -> fault(settings, FaultCode.NOTIFY_LOGIN_REFUSED, "SMTP");
            case SMTPSendFailedException e when e.getReturnCode() / 100 == TEMPORARY -> BackupFault
                    .of(FaultCode.NOTIFY_BUSY, settings.name(), settings.host())
                    .withForeignCode("SMTP " + e.getReturnCode());
            case SMTPSendFailedException e when e.getReturnCode() > 0 && count(e.getInvalidAddresses()) == 0 -> fault(
                    settings, FaultCode.NOTIFY_REFUSED, "SMTP " + e.getReturnCode());
            case SendFailedException e when count(e.getInvalidAddresses()) > 0 -> fault(settings,
                    FaultCode.NOTIFY_RECIPIENT_REFUSED, counts(settings, e));
            case MailConnectException e ->
                fault(settings, FaultCode.NOTIFY_UNREACHABLE, NetWords.of(e.getNextException()));
            default -> other(settings, failed);
        };
    }

    private static BackupFault other(EmailSettings settings, MessagingException failed) {
        for (Throwable why = failed; why != null; why = why.getCause()) {
            if (why instanceof SSLException) {
                return fault(settings, FaultCode.NOTIFY_CERTIFICATE, Phrase.of("notify.net.certificate"));
            }
        }
        return failed.getNextException() == null && failed.getMessage() != null
                && failed.getMessage().contains("STARTTLS")
                        ? fault(settings, FaultCode.NOTIFY_CERTIFICATE, Phrase.of("notify.net.no_tls"))
                        : fault(settings, FaultCode.NOTIFY_UNREACHABLE, NetWords.of(failed));
    }

    /** How many of how many: the addresses themselves are persons'. */
    private static Phrase counts(EmailSettings settings, SendFailedException failed) {
        int refused = count(failed.getInvalidAddresses()) + count(failed.getValidUnsentAddresses());
        return Phrase.of("notify.recipients_refused", refused, settings.to().size());
    }

    private static int count(Address @Nullable [] addresses) {
        return addresses == null ? 0 : addresses.length;
    }

    private static BackupFault fault(EmailSettings settings, FaultCode code, Object words) {
        return BackupFault.of(code, settings.name(), settings.host(), words);
    }
}
