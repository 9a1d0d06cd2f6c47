package br.com.dmbackup.core.backup;

import br.com.dmbackup.protocol.StatusText;

/**
 * Whoever watches a verb at work: a terminal, a window, a log. May be called from several threads; must return at once
 * and must not throw.
 */
public interface WorkListener extends Progress {
    /** Nobody watches. */
    WorkListener NONE = new WorkListener() {
        @Override
        public void status(StatusText status) {}

        @Override
        public void notice(Notice notice) {}

        @Override
        public void advanced(long doneBytes, long totalBytes) {}
    };

    /** This work begins now; progress starts at nothing again. */
    void status(StatusText status);

    void notice(Notice notice);
}
