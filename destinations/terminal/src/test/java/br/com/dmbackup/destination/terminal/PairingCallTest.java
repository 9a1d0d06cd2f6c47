package br.com.dmbackup.destination.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.find.FoundTerminal;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.protocol.FaultCode;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PairingCallTest {
    private static final Pin ONE = LinkIdentity.create(new SecureRandom()).pin();
    private static final Pin OTHER = LinkIdentity.create(new SecureRandom()).pin();

    private final FoundTerminal counter = new FoundTerminal("balcao", ONE, new InetSocketAddress("10.0.0.2", 24877),
            true);
    private final FoundTerminal office = new FoundTerminal("escritorio", OTHER,
            new InetSocketAddress("10.0.0.3", 24877),
            true);
    private final FoundTerminal silent = new FoundTerminal("outra loja", OTHER,
            new InetSocketAddress("10.0.0.3", 24877),
            false);

    @Test
    void takesTheOneThatShowsACodeHoweverOftenItAnswers() {
        assertThat(PairingCall.only(List.of(silent, counter, counter))).isEqualTo(counter);
    }

    @Test
    void saysThatNobodyShowsACode() {
        assertFault(() -> PairingCall.only(List.of(silent)), FaultCode.TERMINAL_CONNECTION_NOT_FOUND);
    }

    @Test
    void namesThoseOfWhichItCannotChoose() {
        assertFault(() -> PairingCall.only(List.of(counter, office)), FaultCode.TERMINAL_CONNECTION_AMBIGUOUS);
        assertThatThrownBy(() -> PairingCall.only(List.of(counter, office)))
                .hasMessageContaining("balcao 10.0.0.2:24877")
                .hasMessageContaining("escritorio 10.0.0.3:24877");
    }

    private static void assertFault(ThrowingCallable call, FaultCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
