package br.com.dmbackup.testkit.store;

/** Completes numbers with the check digits that Brazilian systems verify. */
public final class CheckDigits {
    private CheckDigits() {}

    /** EAN-13 from its first twelve digits. */
    public static String ean13(String twelve) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += digit(twelve, i) * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }

    /** CPF from its first nine digits. */
    public static String cpf(String nine) {
        String ten = nine + modulus11(nine, 11);
        return ten + modulus11(ten, 11);
    }

    /** CNPJ from its first twelve digits. */
    public static String cnpj(String twelve) {
        String thirteen = twelve + modulus11(twelve, 9);
        return thirteen + modulus11(thirteen, 9);
    }

    /** Access key of an electronic invoice from its first 43 digits. */
    public static String accessKey(String fortyThree) {
        return fortyThree + modulus11(fortyThree, 9);
    }

    /** Weights from the right 2, 3, … up to the largest, then 2 again. */
    private static int modulus11(String digits, int largestWeight) {
        int sum = 0;
        int weight = 2;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += digit(digits, i) * weight;
            weight = weight == largestWeight ? 2 : weight + 1;
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
