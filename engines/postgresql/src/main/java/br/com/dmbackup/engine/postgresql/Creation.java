package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Creates a database with the encoding and the locale that its dump names. A server that does not know the locale, such
 * as one on another operating system, gets the encoding with its own locale, or with the plainest one.
 */
final class Creation {
    private static final Pattern ENCODING = Pattern.compile("ENCODING = '[^']*'");
    private static final String PLAIN = " WITH TEMPLATE = template0";

    private final Optional<String> told;
    private final PostgresServer server;

    Creation(Optional<String> told, PostgresServer server) {
        this.told = told;
        this.server = server;
    }

    /** @return what must be said when it had to be another locale */
    Optional<Notice> create(ScratchDatabase scratch, String live) throws SQLException {
        List<String> ways = ways();
        for (int i = 0;; i++) {
            try {
                scratch.create(ways.get(i), live);
                return i == 0
                        ? Optional.empty()
                        : Optional.of(Notice.of(NoticeCode.LOCALE_NOT_RESTORED, told.orElse(PLAIN).strip(),
                                server.name()));
            } catch (SQLException failed) {
                if (i + 1 == ways.size() || !aboutLocales(failed)) {
                    throw failed;
                }
            }
        }
    }

    private List<String> ways() {
        List<String> ways = new ArrayList<>();
        told.ifPresent(ways::add);
        Matcher encoding = ENCODING.matcher(told.orElse(""));
        String same = PLAIN + (encoding.find() ? " " + encoding.group() : "");
        ways.add(same);
        ways.add(same + " LOCALE = 'C'");
        return ways;
    }

    /** Wrong object type (an unknown locale), invalid parameter, feature not there, syntax of a newer version. */
    private static boolean aboutLocales(SQLException failed) {
        return List.of("42809", "22023", "0A000", "42601", "42704").contains(String.valueOf(failed.getSQLState()));
    }
}
