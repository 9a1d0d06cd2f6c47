/**
 * The command {@code dmbackup}: each verb as a sub-command, in three languages, for people and (with {@code --json})
 * for programs.
 *
 * <p>Start at {@link br.com.dmbackup.cli.Dmbackup#run}: it reads the command line, opens a
 * {@link br.com.dmbackup.cli.Session}, lets the {@link br.com.dmbackup.cli.Verb} work, and is the one place where a
 * failure becomes a text and an exit code. Nothing here decides about backups, and no wrong input ever shows a stack
 * trace: those go to the log file.
 */
@NullMarked
package br.com.dmbackup.cli;

import org.jspecify.annotations.NullMarked;
