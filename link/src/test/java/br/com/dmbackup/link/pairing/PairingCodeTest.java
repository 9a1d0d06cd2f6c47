package br.com.dmbackup.link.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
    @Test
    void hasTenCharactersOfWhichNoneLooksLikeAnother() {
        SecureRandom random = new SecureRandom();
        Set<String> codes = new HashSet<>();
        Set<Integer> characters = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String shown = PairingCode.create(random).shown();
            assertThat(shown).matches("[A-Z3-9]{5}-[A-Z3-9]{5}").doesNotContainPattern("[01258BILOSUZ]");
            codes.add(shown);
            shown.replace("-", "").chars().forEach(characters::add);
        }
        assertThat(codes).hasSize(2000);
        assertThat(characters).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACDEF-34679", "acdef34679", " acdef 34679 ", "ACDEF–34679", "a c d e f.3 4 6 7 9",
            "ACDEF\u00a034679"})
    void isReadAsAPersonTypesIt(String typed) {
        assertThat(PairingCode.parse(typed).shown()).isEqualTo("ACDEF-34679");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACDEF-3467", "ACDEF-346799", "ACDEF-34670", "OCDEF-34679", "ACDÉF-34679",
            "ACDEF/34679"})
    void whatCannotBeACodeIsRefusedHere(String typed) {
        assertThatThrownBy(() -> PairingCode.parse(typed)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.PAIRING_CODE_FORM));
    }

    @Test
    void doesNotSlipIntoALog() {
        assertThat(PairingCode.parse("ACDEF-34679")).hasToString("*****-*****");
    }
}
