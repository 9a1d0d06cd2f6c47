package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.engine.sqlserver.access.LiveSize;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.NoticeCode;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What goes on around the database that may cost the store its data one day, though today's backup is good. What cannot
 * be asked is said once and fails nothing.
 */
final class Neighbourhood {
    /** A right is missing: on a statement, an object, the server, or to come in at all. */
    private static final Set<Integer> DENIED = Set.of(262, 229, 300, 916);

    private final Session session;
    private final String live;
    private final ZoneId zone;
    private final List<Notice> notices = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private Optional<String> silence = Optional.empty();

    /** @param zone of the server's clock */
    Neighbourhood(Session session, String live, ZoneId zone) {
        this.session = session;
        this.live = live;
        this.zone = zone;
    }

    /** The row of the backup that was just made; none where there is none, or it cannot be read. */
    Optional<Witness> witness(String backupName, long fileBytes) {
        Optional<Optional<Witness>> row = asking(connection -> Witness.of(connection, backupName));
        row.ifPresent(told -> {
            String odd = told.map(witness -> String.join(", ", witness.contradictions(live, fileBytes)))
                    .orElse(backupName + "?");
            if (!odd.isEmpty()) {
                notices.add(Notice.of(NoticeCode.DUMP_HISTORY_DIFFERS, live, odd));
            }
        });
        return row.flatMap(told -> told);
    }

    /** All that is worth telling. */
    List<Notice> notices(Optional<Witness> now, LiveSize size) {
        now.ifPresent(witness -> tell(connection -> OtherBackups.notices(connection, witness, zone)));
        tell(connection -> LogCare.notices(connection, live, size.logBytes()));
        tell(connection -> SuspectPages.notices(connection, live, zone));
        notices.addAll(size.notices(live));
        refusal.ifPresent(words -> {
            String login = session.server().login().name();
            notices.add(Notice.of(NoticeCode.HISTORY_UNWATCHED, login, words, "USE msdb; CREATE USER "
                    + Sql.quoted(login) + " FOR LOGIN " + Sql.quoted(login) + "; GRANT SELECT ON dbo.backupset TO "
                    + Sql.quoted(login) + "; GRANT SELECT ON dbo.suspect_pages TO " + Sql.quoted(login) + ";"));
        });
        silence.ifPresent(words -> notices.add(Notice.of(NoticeCode.HISTORY_UNANSWERED, live, words)));
        return List.copyOf(notices);
    }

    private void tell(Session.Work<List<Notice>> question) {
        asking(question).ifPresent(notices::addAll);
    }

    private <T> Optional<T> asking(Session.Work<T> question) {
        try {
            return Optional.of(session.run(connection -> Sql.withoutWaiting(connection, question)));
        } catch (SQLException unanswered) {
            String words = String.valueOf(unanswered.getMessage());
            if (DENIED.contains(unanswered.getErrorCode())) {
                refusal = refusal.or(() -> Optional.of(words));
            } else {
                silence = silence.or(() -> Optional.of(words));
            }
            return Optional.empty();
        }
    }
}
