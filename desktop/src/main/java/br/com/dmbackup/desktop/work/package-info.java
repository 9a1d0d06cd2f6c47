/**
 * The way off the thread that draws, and back to it. Before it stands a person's click, after it the agent or a disk;
 * {@link br.com.dmbackup.desktop.work.Background} is the only one that goes there, so that no window ever freezes.
 */
@NullMarked
package br.com.dmbackup.desktop.work;

import org.jspecify.annotations.NullMarked;
