package br.com.dmbackup.demo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size such as {@code 50MB}; in steps of 1,024, as sizes are shown. */
final class SizeText implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(MB|GB)");
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = MEGABYTE;
    private static final long MOST = 100 * 1_024 * MEGABYTE;

    @Override
    public Long convert(String text) {
        Matcher found = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!found.matches()) {
            throw new TypeConversionException(text);
        }
        long bytes = Long.parseLong(found.group(1)) * (found.group(2).equals("GB") ? 1_024 * MEGABYTE : MEGABYTE);
        if (bytes < LEAST || bytes > MOST) {
            throw new TypeConversionException(text);
        }
        return bytes;
    }
}
