package br.com.dmbackup.engine.sqlserver.mtf;

/** Version of the server that wrote a backup. */
public record ServerVersion(int major, int minor, int build) {
    /** As a person knows it: {@code SQL Server 2014 (12.0.2000)}. */
    public String text() {
        String year = switch (major) {
            case 9 -> " 2005";
            case 10 -> minor >= 50 ? " 2008 R2" : " 2008";
            case 11 -> " 2012";
            case 12 -> " 2014";
            case 13 -> " 2016";
            case 14 -> " 2017";
            case 15 -> " 2019";
            case 16 -> " 2022";
            case 17 -> " 2025";
            default -> "";
        };
        return "SQL Server" + year + " (" + major + "." + minor + "." + build + ")";
    }
}
