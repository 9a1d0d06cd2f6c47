/**
 * What all windows share while the program runs: the agent, found again whenever it comes back; the door to an
 * administrator's work; what the person has set. Before it stands {@code client}, after it every room of a use case. A
 * window gets one {@link br.com.dmbackup.desktop.session.DesktopContext} and nothing else.
 */
@NullMarked
package br.com.dmbackup.desktop.session;

import org.jspecify.annotations.NullMarked;
