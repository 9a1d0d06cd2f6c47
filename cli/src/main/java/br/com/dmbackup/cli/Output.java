package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.protocol.ExitCode;

/**
 * Where a command speaks: to a person ({@link HumanOutput}) or to a program ({@link JsonOutput}). Both are told
 * everything; each shows what it is for. {@link #advanced} counts for the work that {@link #status} named last.
 * May be called from several threads.
 */
public interface Output extends WorkListener {
    /** A line for a person; programs never see it. */
    void line(String text);

    /**
     * How it stands now: on a terminal one line that is painted again and again below all others, elsewhere a line
     * whenever {@code text} is another one.
     *
     * @param figures how far it is; shown where it can be painted again
     */
    default void live(String text, String figures) {
        // For people who look.
    }

    /** What came of the command, for a program: a record or map of plain values. Given once. */
    void result(Object value);

    /** The command failed. */
    void failure(Failure failure);

    /** The command did its work, but not all of it; people were told of it in notices and lines. */
    void shortfall(Failure failure);

    /** Nothing more will come. */
    void end(ExitCode code);
}
