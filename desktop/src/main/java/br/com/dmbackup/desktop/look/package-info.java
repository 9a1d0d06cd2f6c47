/**
 * How all windows look and read: words in the person's language, light and dark, distances, icons drawn as shapes, and
 * the few controls that every window is made of. Knows nothing of the agent. Start at
 * {@link br.com.dmbackup.desktop.look.Texts} and {@link br.com.dmbackup.desktop.look.Sheet}.
 */
@NullMarked
package br.com.dmbackup.desktop.look;

import org.jspecify.annotations.NullMarked;
