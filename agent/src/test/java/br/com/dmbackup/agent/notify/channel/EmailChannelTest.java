package br.com.dmbackup.agent.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.agent.notify.channel.EmailSettings.Login;
import br.com.dmbackup.agent.notify.channel.EmailSettings.Tls;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.testkit.registry.LocalhostKey;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailChannelTest {
    private static final Secret PASSWORD = new Secret("s3nh4 é".toCharArray());
    private static LocalhostKey key;
    private static GreenMail server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        key = LocalhostKey.in(folder);
        System.setProperty("greenmail.tls.keystore.file", key.store().toString());
        System.setProperty("greenmail.tls.keystore.password", LocalhostKey.PASSWORD);
        server = new GreenMail(new ServerSetup[]{new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS),
                new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP)});
        server.setUser("loja@exemplo.com.br", "loja", new String(PASSWORD.value()));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static EmailSettings settings(Tls tls, String host, int port, Secret password, Optional<Path> trusted) {
        return new EmailSettings("dono", Set.of(Event.FAILURE), host, port, tls,
                Optional.of(new Login("loja", password)), "loja@exemplo.com.br",
                List.of("dona@exemplo.com.br", "suporte@exemplo.com.br"), trusted);
    }

    private static Optional<BackupFault> send(EmailSettings settings) throws InterruptedException {
        return Channel.of(settings).send(Letters.of(Event.FAILURE));
    }

    private static FaultCode failure(EmailSettings settings) {
        BackupFault[] fault = new BackupFault[1];
        assertThatThrownBy(() -> send(settings)).isInstanceOfSatisfying(BackupFault.class, thrown -> fault[0] = thrown)
                .hasNoCause();
        for (Language language : Language.values()) {
            assertThat(fault[0].text(Messages.in(language)) + fault[0].hint(Messages.in(language)))
                    .doesNotContain("s3nh4", "exemplo.com.br", "{");
        }
        return fault[0].code();
    }

    @Test
    void sendsPlainTextWithAccentsToAllOverTls() throws Exception {
        server.purgeEmailFromAllMailboxes();
        assertThat(send(settings(Tls.TLS, "localhost", server.getSmtps().getPort(), PASSWORD,
                Optional.of(key.certificate())))).isEmpty();
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("[DMBackup] Farmácia São João: problema no backup");
        assertThat(mails[0].getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mails[0].getContent().toString()).contains("Farmácia São João", "DM-230", "não responde",
                "O que fazer");
        assertThat(mails[0].getAllRecipients()).hasSize(2);
        assertThat(mails[0].getSentDate()).isEqualTo(java.util.Date.from(Letters.AT));
    }

    @Test
    void sendsWithoutTlsAndWithoutLoginWhereThatIsAsked() throws Exception {
        server.purgeEmailFromAllMailboxes();
        send(new EmailSettings("x", Set.of(), "localhost", server.getSmtp().getPort(), Tls.OFF, Optional.empty(),
                "loja@exemplo.com.br", List.of("a@exemplo.com.br"), Optional.empty()));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void doesNotTrustACertificateThatNobodyVouchesForOrOfAnotherName() {
        int port = server.getSmtps().getPort();
        assertThat(failure(settings(Tls.TLS, "localhost", port, PASSWORD, Optional.empty())))
                .isEqualTo(FaultCode.NOTIFY_CERTIFICATE);
        assertThat(failure(settings(Tls.TLS, "127.0.0.1", port, PASSWORD, Optional.of(key.certificate()))))
                .isEqualTo(FaultCode.NOTIFY_CERTIFICATE);
        assertThat(failure(settings(Tls.TLS, "localhost", port, PASSWORD, Optional.of(Path.of("/nao/existe.pem")))))
                .isEqualTo(FaultCode.NOTIFY_CERTIFICATE);
    }

    @Test
    void saysThatThePasswordIsWrong() {
        assertThat(failure(settings(Tls.TLS, "localhost", server.getSmtps().getPort(), new Secret("x".toCharArray()),
                Optional.of(key.certificate())))).isEqualTo(FaultCode.NOTIFY_LOGIN_REFUSED);
    }

    @Test
    void startsTlsBeforeAnythingElseIsSaid() throws Exception {
        try (SmtpDouble smtp = new SmtpDouble(Optional.of(key.context()))) {
            send(settings(Tls.STARTTLS, "localhost", smtp.port(), PASSWORD, Optional.of(key.certificate())));
            assertThat(smtp.heard.subList(0, 2)).containsExactly("EHLO dmbackup", "STARTTLS");
            assertThat(smtp.heard.subList(2, smtp.heard.size())).allMatch(line -> line.startsWith("*"))
                    .anyMatch(line -> line.startsWith("*AUTH"));
            smtp.heard.clear();
            assertThat(failure(settings(Tls.STARTTLS, "localhost", smtp.port(), PASSWORD, Optional.empty())))
                    .isEqualTo(FaultCode.NOTIFY_CERTIFICATE);
            assertThat(smtp.heard).noneMatch(line -> line.contains("AUTH"));
        }
    }

    @Test
    void givesNoPasswordToAServerWithoutTls() throws Exception {
        try (SmtpDouble smtp = new SmtpDouble(Optional.empty())) {
            assertThat(failure(settings(Tls.STARTTLS, "localhost", smtp.port(), PASSWORD, Optional.empty())))
                    .isEqualTo(FaultCode.NOTIFY_CERTIFICATE);
            assertThat(smtp.heard).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
        }
    }

    @Test
    void sendsToTheOthersWhereOneRecipientIsRefused() throws Exception {
        try (SmtpDouble smtp = new SmtpDouble(Optional.empty())) {
            EmailSettings plain = settings(Tls.OFF, "localhost", smtp.port(), PASSWORD, Optional.empty());
            smtp.answers.put("RCPT TO:<dona", "550 no such user dona@exemplo.com.br");
            Optional<BackupFault> partly = send(plain);
            assertThat(partly.orElseThrow().code()).isEqualTo(FaultCode.NOTIFY_RECIPIENT_REFUSED);
            assertThat(partly.orElseThrow().text(Messages.in(Language.PT_BR))).contains("1 de 2")
                    .doesNotContain("exemplo");
            smtp.answers.put("RCPT", "550 nobody");
            assertThat(failure(plain)).isEqualTo(FaultCode.NOTIFY_RECIPIENT_REFUSED);
            smtp.answers.clear();
            smtp.answers.put("MAIL", "550 not you, loja@exemplo.com.br");
            assertThat(failure(plain)).isEqualTo(FaultCode.NOTIFY_REFUSED);
            smtp.answers.put("MAIL", "421 try later");
            assertThat(failure(plain)).isEqualTo(FaultCode.NOTIFY_BUSY);
            smtp.answers.clear();
            smtp.answers.put("END", "554 that is spam");
            assertThat(failure(plain)).isEqualTo(FaultCode.NOTIFY_REFUSED);
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        int free;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = once.getLocalPort();
        }
        EmailSettings nobody = settings(Tls.TLS, "localhost", free, PASSWORD, Optional.empty());
        assertThat(failure(nobody)).isEqualTo(FaultCode.NOTIFY_UNREACHABLE);
        assertThatThrownBy(() -> send(nobody)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.text(Messages.in(Language.PT_BR))).contains("a conexão foi recusada"));
    }
}
