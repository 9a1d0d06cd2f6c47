package br.com.dmbackup.engine.postgresql;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of PostgreSQL, as since version 10: a major and a minor number. */
record ToolVersion(int major, int minor) implements Comparable<ToolVersion> {
    private static final Pattern SAID = Pattern.compile("\\(PostgreSQL\\) (\\d+)(?:\\.(\\d+))?");
    private static final int THOUSANDS = 10_000;

    /** What {@code pg_dump --version} says: {@code pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)}. */
    static Optional<ToolVersion> in(String said) {
        Matcher matcher = SAID.matcher(said);
        return matcher.find()
                ? Optional.of(new ToolVersion(Integer.parseInt(matcher.group(1)),
                        matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** What the server calls {@code server_version_num}: 150018. */
    static ToolVersion ofNumber(int number) {
        return new ToolVersion(number / THOUSANDS, number % THOUSANDS);
    }

    @Override
    public int compareTo(ToolVersion other) {
        return Comparator.comparingInt(ToolVersion::major).thenComparingInt(ToolVersion::minor).compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
