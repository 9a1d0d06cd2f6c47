package br.com.dmbackup.cli;

import br.com.dmbackup.protocol.ExitCode;

/** One sub-command. Its options are picocli's annotations; a failure is a {@code BackupFault}. */
public interface Verb {
    ExitCode run(Session session);
}
