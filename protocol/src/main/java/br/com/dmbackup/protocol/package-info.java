/**
 * The words that every DMBackup program shares: fault codes with their remedies, the texts of the status line, the
 * languages. Nothing here decides anything; programs that never touch a database (the window, the hub) see this
 * module alone.
 *
 * <p>Start at {@link br.com.dmbackup.protocol.FaultCode}. Every key that a type here names stands in all message
 * files; a test keeps it so.
 */
@NullMarked
package br.com.dmbackup.protocol;

import org.jspecify.annotations.NullMarked;
