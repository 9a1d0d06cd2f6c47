package br.com.dmbackup.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"ERROR: duplicate key. Detail: Key (cpf)=(529.982.247-25) already exists.",
            "Detalhe: Chave (nome, cpf)=(Maria da Silva, 52998224725) já existe.",
            "Detalle: Ya existe la llave (nombre)=(Maria (Mãe) da Silva).",
            "Failing row contains (1, Maria da Silva, 52998224725, null).",
            "Registro que falhou contém (1, Maria da Silva).", "La fila que falla contiene (1, Maria da Silva).",
            "Violation of UNIQUE KEY constraint 'u'. The duplicate key value is (Maria da Silva).",
            "Violação. O valor de chave duplicado é (Maria da Silva).",
            "CONTEXT:  COPY cliente, line 3, column nome: \"Maria da Silva\"",
            "CONTEXTO: COPY cliente, linha 3: \"1\tMaria da Silva\"",
            "invalid input syntax for type integer: \"Maria da Silva\"",
            "sintaxe de entrada é inválida para tipo integer: \"Maria da Silva\"",
            "pg_restore: error: Command was: INSERT INTO c VALUES ('Maria da Silva')",
            "statement: insert into c values ('Maria da Silva')", "CPF 529.982.247-25", "52998224725", "529982247-25",
            "CNPJ 11.222.333/0001-81", "11222333000181", "12.ABC.345/01DE-35", "write to maria.silva@loja.com.br",
            "tel (11) 98765-4321", "(11)3765-4321",
            "C:\\Users\\Maria Silva\\Backup\\x.bak", "C:\\Users\\Maria", "não abre /home/maria", "/home/maria/x",
            "\\\\pc\\Users\\Maria.Silva\\x", "C:\\\\Users\\\\Maria\\\\x", "12ABC34501DE35"})
    void whatCouldBeSomebodysIsTakenAway(String text) {
        String masked = MaskedText.of(text);
        assertThat(masked).contains(MaskedText.MASK).doesNotContain("Maria", "Silva", "529", "98224", "222", "ABC",
                "maria", "4321");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T09:41:00.123-03:00 INFO  Agent [main] the agent begins",
            "0192f5a1-7c3d-7b1e-9f2a-123456789012", "104857600 bytes of 1073741824", "DM-230 [08001] 10061",
            "\tat br.com.dmbackup.core.run.Run.now(Run.java:123)", "/mnt/terminal/MCBkp/09h/MCDados.zip",
            "SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "192.168.0.10:1433",
            "192.168.100.10",
            "Faltam 10737418240 bytes em D:\\DMBackup", "ABCDEFGHIJKL01",
            "relation \"cliente\" does not exist", "started 1.0, process 15502"})
    void whatSupportNeedsStays(String text) {
        assertThat(MaskedText.of(text)).isEqualTo(text);
    }
}
