package br.com.dmbackup.testkit.sqlserver.state;

/**
 * Which SQL Server it is.
 *
 * @param edition as {@code SERVERPROPERTY('Edition')} says it
 * @param engineEdition 4 for Express, 2 for Standard, 3 for Enterprise and Developer
 * @param databaseVersion of its databases' insides: 957 for 2022
 * @param sizeLimitBytes of each database; {@link Long#MAX_VALUE} for none
 */
public record Product(String edition, int engineEdition, int major, int minor, int build, int databaseVersion,
        long sizeLimitBytes) {
    private static final int EXPRESS = 4;

    public static Product express2022() {
        return new Product("Express Edition (64-bit)", EXPRESS, 16, 0, 1000, 957, 10L << 30);
    }

    public static Product express2014() {
        return new Product("Express Edition (64-bit)", EXPRESS, 12, 0, 6024, 782, 10L << 30);
    }

    public static Product express2025() {
        return new Product("Express Edition (64-bit)", EXPRESS, 17, 0, 1000, 998, 50L << 30);
    }

    public static Product standard2022() {
        return new Product("Standard Edition (64-bit)", 2, 16, 0, 1000, 957, Long.MAX_VALUE);
    }

    public Product withSizeLimit(long bytes) {
        return new Product(edition, engineEdition, major, minor, build, databaseVersion, bytes);
    }

    public boolean isExpress() {
        return engineEdition == EXPRESS;
    }

    /** As in {@code 16.0.1000.6}. */
    public String version() {
        return "%d.%d.%d.6".formatted(major, minor, build);
    }

    /** As messages 3169 has it, {@code 16.00.1000}. */
    public String messageVersion() {
        return messageVersion(major, minor, build);
    }

    public static String messageVersion(int major, int minor, int build) {
        return "%d.%02d.%04d".formatted(major, minor, build);
    }
}
