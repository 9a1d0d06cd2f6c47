package br.com.dmbackup.silence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * One day of a habit as a line of text: the date and 24 digits, one an hour, each with a bit for each of its quarters.
 */
record HabitLine(LocalDate day, BitSet quarters) {
    private static final Pattern FORM = Pattern.compile("\\S{10,14} [0-9a-f]{24}");
    private static final int PER_DIGIT = 4;
    private static final int HEX = 16;

    static String written(BitSet quarters) {
        StringBuilder digits = new StringBuilder();
        for (int hour = 0; hour < OpeningTime.QUARTERS / PER_DIGIT; hour++) {
            int digit = 0;
            for (int bit = 0; bit < PER_DIGIT; bit++) {
                digit |= quarters.get(hour * PER_DIGIT + bit) ? 1 << bit : 0;
            }
            digits.append(Character.forDigit(digit, HEX));
        }
        return digits.toString();
    }

    static HabitLine read(String line) {
        if (!FORM.matcher(line).matches()) {
            throw new IllegalArgumentException("no day of a habit: " + line);
        }
        String[] parts = line.split(" ", 2);
        BitSet quarters = new BitSet(OpeningTime.QUARTERS);
        for (int hour = 0; hour < parts[1].length(); hour++) {
            int digit = Character.digit(parts[1].charAt(hour), HEX);
            for (int bit = 0; bit < PER_DIGIT; bit++) {
                quarters.set(hour * PER_DIGIT + bit, (digit >> bit & 1) == 1);
            }
        }
        try {
            return new HabitLine(LocalDate.parse(parts[0]), quarters);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("no day of a habit: " + line, noDay);
        }
    }
}
