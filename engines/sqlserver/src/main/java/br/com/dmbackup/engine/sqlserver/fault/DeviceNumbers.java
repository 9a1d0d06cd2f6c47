package br.com.dmbackup.engine.sqlserver.fault;

import br.com.dmbackup.protocol.FaultCode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Errors whose text holds a device and, mostly, the operating system's own code. The text is in the server's language,
 * so it is read by its shape: a path stands in quotes, a code before a parenthesis.
 */
final class DeviceNumbers {
    /** Opening, finding, naming, writing, reading. */
    private static final Set<Integer> NUMBERS = Set.of(3201, 3202, 3203, 3206, 3271, 3634, 3038, 3044, 3057, 3078, 5120,
            5133, 15105, 4860);
    private static final Set<Integer> BAD_NAMES = Set.of(3038, 3044, 3057, 3078, 3206);
    private static final Set<Integer> FULL = Set.of(39, 112);
    private static final int END_OF_FILE = 38;
    /** What a person can put right: the path, the permissions, the name, the share, the lock of a file. */
    private static final Set<Integer> REFUSALS = Set.of(2, 3, 5, 19, 21, 32, 33, 53, 65, 67, 86, 123, 161, 1326);
    private static final Set<Integer> FAILURES = Set.of(23, 31, 59, 64, 121, 665, 1117, 1392);
    private static final Map<Integer, Integer> SAME = Map.of(33, 32, 39, 112, 86, 1326, 161, 123, 67, 53, 59, 64, 121,
            64);

    private static final Pattern QUOTED = Pattern.compile("[\"'“”„«‘]([^\"'“”„»’]*[\\\\/][^\"'“”„»’]*)[\"'“”»’]");
    private static final Pattern CODE = Pattern.compile("(?<![\\w.-])(\\d{1,5})\\s?\\(");
    private static final Pattern LAST_NUMBER = Pattern.compile("(?<![\\w.-])(\\d{1,5})(?![\\w-])(?!.*\\d)");

    private DeviceNumbers() {}

    static boolean has(int number) {
        return NUMBERS.contains(number);
    }

    /** The system's code in a text. */
    static OptionalInt osCode(String text) {
        String bare = QUOTED.matcher(text).replaceAll(" ");
        Matcher code = CODE.matcher(bare);
        if (code.find()) {
            return OptionalInt.of(Integer.parseInt(code.group(1)));
        }
        Matcher last = LAST_NUMBER.matcher(bare);
        return last.find() ? OptionalInt.of(Integer.parseInt(last.group(1))) : OptionalInt.empty();
    }

    /** The file that a text names. */
    static Optional<String> file(String text) {
        Matcher path = QUOTED.matcher(text);
        return path.find() ? Optional.of(path.group(1).replaceFirst(":+$", "")) : Optional.empty();
    }

    static FaultCode code(int number, OptionalInt os) {
        int system = os.orElse(0);
        if (FULL.contains(system)) {
            return FaultCode.SERVER_DISK_FULL;
        }
        if (system == END_OF_FILE) {
            return FaultCode.DUMP_INCOMPLETE;
        }
        boolean refused = REFUSALS.contains(system) || BAD_NAMES.contains(number);
        return refused ? FaultCode.SERVER_FILE_REFUSED : FaultCode.SERVER_FILE_FAILED;
    }

    /** Key of the words for what the system said; they take its code. */
    static String cause(int number, OptionalInt os) {
        if (os.isEmpty()) {
            return BAD_NAMES.contains(number) ? "sqlserver.bad_name" : "sqlserver.os.unsaid";
        }
        int system = os.getAsInt();
        boolean known = FULL.contains(system) || system == END_OF_FILE || REFUSALS.contains(system)
                || FAILURES.contains(system);
        return known ? "sqlserver.os." + SAME.getOrDefault(system, system) : "sqlserver.os.other";
    }
}
