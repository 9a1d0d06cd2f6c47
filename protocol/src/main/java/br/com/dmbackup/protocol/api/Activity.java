package br.com.dmbackup.protocol.api;

import br.com.dmbackup.protocol.StatusText;
import java.time.Instant;

/**
 * What is being done now.
 *
 * @param status its code
 * @param text the same in the store's language
 * @param since when this began
 * @param doneBytes how far it is, 0 at its beginning
 * @param totalBytes of how many; -1 where nobody can tell
 */
public record Activity(StatusText status, String text, Instant since, long doneBytes, long totalBytes) {}
