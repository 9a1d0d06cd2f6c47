package br.com.dmbackup.link.wire;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
    @ParameterizedTest
    @EnumSource
    void reachesTheOtherSideInWords(Language language) {
        Messages messages = Messages.in(language);
        BackupFault here = BackupFault.of(FaultCode.OUTPUT_FULL, Path.of("/MCBkp"), 5_000_000_000L, 17);
        BackupFault words = BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, "MCDados.zip", FileWords.of("Read-only"));

        assertThat(crossed(here).text(messages)).isEqualTo(here.text(messages));
        assertThat(crossed(words).text(messages)).isEqualTo(words.text(messages));
        assertThat(crossed(words).hint(messages)).isEqualTo(words.hint(messages));
    }

    @Test
    void aCodeThatNobodyKnowsHereIsToldByItsName() {
        BackupFault fault = new Failure("TERMINAL_ON_FIRE", List.of()).fault("caixa");

        assertThat(fault.code()).isEqualTo(FaultCode.LINK_PEER_FAULT);
        assertThat(fault.arguments()).containsExactly("caixa", "TERMINAL_ON_FIRE");
    }

    @Test
    void aFaultThatCannotBeSaidInWordsIsToldByItsName() {
        var nonsense = new FailureArgument.Words("no.such.text", List.of());
        BackupFault fault = new Failure("OUTPUT_UNWRITABLE", List.of(new FailureArgument.Text("x"), nonsense))
                .fault("caixa");

        assertThat(fault.code()).isEqualTo(FaultCode.LINK_PEER_FAULT);
    }

    /** Whatever the other side sends with whatever code: there are words for it. */
    @ParameterizedTest
    @EnumSource
    void canBeSaidWithAnyArguments(FaultCode code) {
        for (List<FailureArgument> arguments : List.<List<FailureArgument>>of(List.of(),
                List.of(new FailureArgument.Text("{0}"), new FailureArgument.Text("x")),
                List.of(new FailureArgument.Whole(-1L), new FailureArgument.Whole(Long.MAX_VALUE)))) {
            for (Language language : Language.values()) {
                BackupFault fault = new Failure(code.name(), arguments).fault("caixa");
                assertThat(fault.text(Messages.in(language))).isNotBlank();
                assertThat(fault.hint(Messages.in(language))).isNotBlank();
            }
        }
    }

    @Test
    void longWordsOfTheSystemAreCut() {
        BackupFault fault = BackupFault.of(FaultCode.LINK_LOST, "caixa", "é".repeat(5000) + "\ud800");

        assertThat(crossed(fault).arguments()[1]).isEqualTo("é".repeat(FailureArgument.CHARACTERS));
    }

    private static BackupFault crossed(BackupFault fault) {
        return ((Failure) Recorded.first(Recorded.frames(Failure.of(fault))).orElseThrow()).fault("caixa");
    }
}
