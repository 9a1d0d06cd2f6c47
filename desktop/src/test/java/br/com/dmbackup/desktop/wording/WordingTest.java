package br.com.dmbackup.desktop.wording;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Messages WORDS = Messages.in(Language.PT_BR);

    @Test
    void saysWhatHappenedAndWhatToDo() {
        Wording told = Wording.of(AgentFault.of(FaultCode.PASSWORD_NOT_SET), WORDS);
        assertThat(told.number()).isEqualTo("DM-718");
        assertThat(told.happened()).isEqualTo(WORDS.faultText(FaultCode.PASSWORD_NOT_SET));
        assertThat(told.remedy()).isEqualTo(WORDS.faultHint(FaultCode.PASSWORD_NOT_SET));
    }

    @Test
    void aDefectHasACodeThatIsTheSameAgain() {
        Wording[] told = new Wording[2];
        for (int i = 0; i < 2; i++) {
            told[i] = Wording.of(new IllegalStateException("Maria da Silva"), WORDS);
        }
        assertThat(told[0].support()).matches("[0-9A-F]{4}-[0-9A-F]{4}").isEqualTo(told[1].support());
        assertThat(told[0].happened()).contains(told[0].support());
    }

    @Test
    void whatIsCopiedForTheSupportTellsNothingOfTheStore() {
        Wording told = new Wording("DATABASE_MISSING", "DM-200", "database", "C:\\Maria da Silva\\loja.db", "Maria",
                java.util.List.of("Maria"), "AAAA-BBBB");
        assertThat(new SupportDetails("1.2.3").of(told)).contains("DM-200 DATABASE_MISSING", "AAAA-BBBB", "1.2.3")
                .doesNotContain("Maria", System.getProperty("user.name"));
    }
}
