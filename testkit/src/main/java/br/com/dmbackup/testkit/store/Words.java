package br.com.dmbackup.testkit.store;

import java.util.List;
import java.util.Random;

/** The words that names in a Brazilian pharmacy are made of. */
final class Words {
    static final List<String> SUBSTANCES = List.of("Dipirona", "Paracetamol", "Ibuprofeno", "Losartana", "Metformina",
            "Omeprazol", "Sinvastatina", "Amoxicilina", "Azitromicina", "Loratadina", "Nimesulida", "Hidroclorotiazida",
            "Atenolol", "Captopril", "Levotiroxina", "Prednisona", "Cefalexina", "Diclofenaco", "Dexametasona",
            "Enalapril", "Anlodipino", "Glibenclamida", "Pantoprazol", "Fluconazol", "Aciclovir", "Vitamina C",
            "Ácido Acetilsalicílico", "Simeticona", "Buscopan", "Soro Fisiológico");
    static final List<String> CONTROLLED = List.of("Clonazepam", "Alprazolam", "Diazepam", "Fluoxetina", "Sertralina",
            "Zolpidem", "Tramadol", "Metilfenidato", "Amitriptilina", "Codeína");
    static final List<String> FORMS = List.of("500 mg 10 comprimidos", "750 mg 20 comprimidos", "50 mg 30 comprimidos",
            "gotas 20 mL", "suspensão oral 100 mL", "creme 30 g", "20 mg 28 cápsulas", "xarope 120 mL",
            "10 mg 60 comprimidos", "solução 250 mL");
    static final List<String> LABORATORIES = List.of("Laboratório Aurora", "Farmoquímica do Vale", "Genéricos Ipê",
            "Laboratório São Bento", "Bioquímica Paraná", "Indústria Jacarandá", "Laboratório Guará", "Vidapura");
    static final List<String> GIVEN = List.of("Ana", "Antônio", "Beatriz", "Bruno", "Camila", "Carlos", "Cecília",
            "Débora", "Eduardo", "Fábio", "Fernanda", "Francisco", "Gabriel", "Helena", "Inês", "João", "José",
            "Juliana", "Larissa", "Lúcia", "Luís", "Marcelo", "Maria", "Mônica", "Otávio", "Patrícia", "Paulo",
            "Rafael", "Sônia", "Tiago", "Vinícius", "Yasmin");
    static final List<String> FAMILY = List.of("Almeida", "Alves", "Andrade", "Araújo", "Barbosa", "Batista", "Cardoso",
            "Carvalho", "Conceição", "Costa", "Dias", "Ferreira", "Gonçalves", "Lima", "Lopes", "Magalhães", "Martins",
            "Mendonça", "Moreira", "Nascimento", "Oliveira", "Pereira", "Ribeiro", "Rocha", "Santos", "Silva", "Souza",
            "Teixeira", "Vasconcelos", "Vieira");
    static final List<String> STREETS = List.of("Rua das Acácias", "Avenida Brasil", "Rua São João", "Travessa do Sol",
            "Rua Marechal Deodoro", "Avenida Goiás", "Rua da Conceição", "Alameda dos Ipês");
    static final List<String> PAYMENTS = List.of("PIX", "CARTÃO DE DÉBITO", "CARTÃO DE CRÉDITO", "DINHEIRO",
            "CREDIÁRIO");

    private Words() {}

    static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    static String person(Random random) {
        return one(GIVEN, random) + " " + one(FAMILY, random) + " " + one(FAMILY, random);
    }

    /** As many decimal digits as wanted. */
    static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
