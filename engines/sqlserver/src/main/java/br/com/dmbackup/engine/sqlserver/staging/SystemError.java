package br.com.dmbackup.engine.sqlserver.staging;

import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that the server's operating system gave, as errors of devices quote it in every language:
 * {@code 5(Access is denied.)}. On Linux it is Windows' number too.
 */
public final class SystemError {
    /** The disk has no room. */
    public static final int DISK_FULL = 112;

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{1,5})\\(");

    private SystemError() {}

    /** The last one, as a path before it may look alike. */
    public static OptionalInt in(SQLException failure) {
        Matcher number = NUMBER.matcher(String.valueOf(failure.getMessage()));
        OptionalInt found = OptionalInt.empty();
        while (number.find()) {
            found = OptionalInt.of(Integer.parseInt(number.group(1)));
        }
        return found;
    }
}
