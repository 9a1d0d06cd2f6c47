package br.com.dmbackup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedLineTest {
    @Test
    void quotesWhatAShellWouldTakeApart() {
        TypedLine line = new TypedLine("./dmbackup", List.of("init", "--store-name", "Farmácia $ \"Boa\" Saúde"));
        assertThat(line.text()).isEqualTo("./dmbackup init --store-name \"Farmácia \\$ \\\"Boa\\\" Saúde\"");
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        TypedLine line = new TypedLine("./dmbackup", List.of("list", "--home", "pasta/Farmácia"));
        assertThat(line.text()).isEqualTo("./dmbackup list --home pasta/Farmácia");
    }

    @Test
    void breaksBetweenOptionsAndNotBeforeTheirValues() {
        TypedLine line = new TypedLine("./dmbackup", List.of("init", "--home", "a".repeat(20), "--database",
                "b".repeat(20), "--yes"));
        assertThat(line.text(46).lines()).containsExactly("./dmbackup init --home " + "a".repeat(20) + " \\",
                "    --database " + "b".repeat(20) + " --yes");
    }
}
