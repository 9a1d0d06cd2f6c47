/**
 * Where a person takes a copy along: the drives of this machine, what is to be known of a folder, and the writing. What
 * stands in the folder stays until the new archive was written, forced to the drive, read back and compared. Before it
 * stands an archive from the agent or the terminal, after it a pen drive; {@link br.com.dmbackup.desktop.drive.TakenCopy}
 * writes. Under Windows none of this was tried.
 */
@NullMarked
package br.com.dmbackup.desktop.drive;

import org.jspecify.annotations.NullMarked;
