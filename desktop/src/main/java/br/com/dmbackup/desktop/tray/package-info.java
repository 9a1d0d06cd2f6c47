/**
 * The sign near the clock: how the store stands, in one look, and the way to the window. Where the system has no tray
 * the main window stays as a minimised one. Start at {@link br.com.dmbackup.desktop.tray.Tray}.
 */
@NullMarked
package br.com.dmbackup.desktop.tray;

import org.jspecify.annotations.NullMarked;
