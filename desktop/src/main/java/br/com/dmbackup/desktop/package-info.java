/**
 * The tray and the windows: what a person in the store sees. Before it stands the agent, asked through {@code client};
 * after it the person. Start at {@link br.com.dmbackup.desktop.Desktop}, which makes everything and joins it.
 *
 * <p>Rooms: {@code look}, {@code work}, {@code wording} and {@code session} serve all others; {@code tray} and
 * {@code window} show how the store stands; each further room is one use case and knows no other. Nothing here knows the
 * core or the agent's inside, and nothing waits on the thread that draws.
 */
@NullMarked
package br.com.dmbackup.desktop;

import org.jspecify.annotations.NullMarked;
