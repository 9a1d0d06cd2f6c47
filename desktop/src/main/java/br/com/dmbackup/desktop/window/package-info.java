/**
 * The main window: how the store stands, how far the work is, the last backup, and a button for each use case. It only
 * shows what {@link br.com.dmbackup.desktop.session.AgentSession} tells; the use cases' rooms are unknown to it.
 */
@NullMarked
package br.com.dmbackup.desktop.window;

import org.jspecify.annotations.NullMarked;
