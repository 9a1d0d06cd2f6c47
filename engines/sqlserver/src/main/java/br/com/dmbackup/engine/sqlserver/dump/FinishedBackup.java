package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A backup of which the server said that it is done.
 *
 * @param name that it was given
 * @param sign the server's words
 * @param fileBytes how long its file is
 * @param rows of the tables that nobody wrote to meanwhile
 * @param witness the server's own history; none where it does not tell
 * @param notices what a person should know
 */
record FinishedBackup(String name, String sign, long fileBytes, SortedMap<String, Long> rows,
        Optional<Witness> witness, List<Notice> notices) {
    /** For the manifest. */
    SortedMap<String, String> facts() {
        return witness.map(Witness::facts).orElseGet(TreeMap::new);
    }

    /** With what was to be told before it. */
    FinishedBackup withNotices(List<Notice> before) {
        List<Notice> all = new ArrayList<>(before);
        all.addAll(notices);
        return new FinishedBackup(name, sign, fileBytes, rows, witness, all);
    }
}
