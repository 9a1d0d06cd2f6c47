package br.com.dmbackup.core.archive.block;

/**
 * The CRC-32 of bytes that are known only piece by piece, from the pieces' CRC-32 and lengths. Appending {@code n}
 * bytes multiplies the polynomial of what stands before by x^(8n), modulo the CRC's polynomial over GF(2).
 */
public final class Crc32Sum {
    private static final int POLYNOMIAL = 0xedb88320;
    /** x^(2^i) for each bit of a length in bits; bit 31 of a value is the coefficient of x^0. */
    private static final int[] POWERS = powers();

    private int value;

    /** Appends a piece. */
    public void append(int pieceCrc, long pieceBytes) {
        value = multiply(powerOfBytes(pieceBytes), value) ^ pieceCrc;
    }

    /** CRC-32 of everything appended; 0 before. */
    public int value() {
        return value;
    }

    private static int powerOfBytes(long bytes) {
        int power = 1 << 31;
        for (int bit = 3; bytes != 0; bit++, bytes >>>= 1) {
            if ((bytes & 1) != 0) {
                power = multiply(POWERS[bit], power);
            }
        }
        return power;
    }

    private static int multiply(int left, int right) {
        int product = 0;
        int shifted = right;
        for (int bit = 31; bit >= 0; bit--) {
            if ((left >>> bit & 1) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
        }
        return product;
    }

    private static int[] powers() {
        var powers = new int[67];
        powers[0] = 1 << 30;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = multiply(powers[i - 1], powers[i - 1]);
        }
        return powers;
    }
}
