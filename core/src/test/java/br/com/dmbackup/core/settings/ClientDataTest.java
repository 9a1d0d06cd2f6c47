package br.com.dmbackup.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDataTest {
    private static final String DATABASE = "\n[database]\nengine = \"sqlite\"\n";
    private static final String STATES = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP"
            + " TO";
    private static final String SOUND = """
            [store]
            cnpj = "12.ABC.345/01DE-35"
            name = "Farmácia"
            legal_name = "São João Ltda."
            address = "Rua XV de Novembro, 7"
            city = "Campinas"
            state = "sp"
            postal_code = "13010000"
            phone = "+55 (19) 98765-4321"
            email = "loja@exemplo.com.br"
            contact = "Beltrano"
            """;

    @Test
    void readsAllOfThemInTheirUsualWayOfWriting() {
        SettingsDraft draft = draft(SOUND);
        assertThat(draft.problems()).isEmpty();
        ClientData client = draft.settings().client();
        assertThat(Stream.of(ClientField.values()).map(field -> client.get(field).orElse("?"))).containsExactly(
                "São João Ltda.", "Rua XV de Novembro, 7", "Campinas", "SP", "13010-000", "+55 (19) 98765-4321",
                "loja@exemplo.com.br", "Beltrano");
    }

    @Test
    void noneOfThemMustBeThere() {
        SettingsDraft draft = draft("");
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.settings().client().told()).isEmpty();
    }

    @Test
    void tellsEachMistakeWithItsPlaceAndWithoutTheWords() {
        SettingsDraft draft = draft("""
                [store]
                legal_name = "um\\tdois"
                state = "XX"
                postal_code = "1301"
                phone = "Beltrano"
                email = "Beltrano <b@exemplo.com.br>"
                contact = ""
                city = 7
                """);
        assertThat(draft.problems()).extracting(problem -> problem.text(Messages.in(Language.PT_BR))).containsExactly(
                "linha 2, coluna 1, store.legal_name: escreva em uma linha só, com até 200 caracteres",
                "linha 3, coluna 1, store.state: não é a sigla de um estado; escreva duas letras, como SP",
                "linha 4, coluna 1, store.postal_code: não é um CEP; escreva oito algarismos, como 01310-100",
                "linha 5, coluna 1, store.phone: não é um telefone; escreva com o DDD, como (11) 98765-4321",
                "linha 6, coluna 1, store.email: não é um endereço de e-mail; escreva um só, como loja@exemplo.com.br",
                "linha 7, coluna 1, store.contact: está em branco",
                "linha 8, coluna 1, store.city: deve ser um texto entre aspas");
    }

    @Test
    void knowsThe27StatesAndNoOtherTwoLetters() {
        List<String> states = IntStream.range(0, 26 * 26)
                .mapToObj(i -> "" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                .filter(pair -> ClientField.STATE.objection(pair).isEmpty()).toList();
        assertThat(states).hasSize(27).containsExactly(STATES.split(" "));
        assertThat(states).allMatch(state -> ClientField.STATE.objection(state.toLowerCase(Locale.ROOT)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3232-1010", "(19) 3232.1010", "0800 123 4567", "+351 912 345 678"})
    void takesTelephonesAsPeopleWriteThem(String phone) {
        assertThat(ClientField.PHONE.objection(phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "+", "19 9 8765 432a", "1234567890123456", "(-)"})
    void takesNothingElseForATelephone(String phone) {
        assertThat(ClientField.PHONE.objection(phone)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loja", "loja@exemplo", "@exemplo.com", "a@b.c, d@e.f", "a b@exemplo.com", "a@@b.com"})
    void takesOneWholeAddressForAnEmail(String email) {
        assertThat(ClientField.EMAIL.objection(email)).isPresent();
    }

    @Test
    void itsTextFormTellsHowMuchIsKnownAndNeverWhat() {
        assertThat(draft(SOUND).settings().client().toString()).isEqualTo("ClientData[LEGAL_NAME, ADDRESS, CITY, STATE,"
                + " POSTAL_CODE, PHONE, EMAIL, CONTACT]");
        assertThat(draft(SOUND).settings().toString()).doesNotContain("Beltrano", "Campinas", "exemplo.com");
    }

    private static SettingsDraft draft(String store) {
        return SettingsDraft.of(SettingsFile.parse(store + DATABASE), Path.of("/home/farmácia"), List.of("sqlite"),
                List.of());
    }
}
