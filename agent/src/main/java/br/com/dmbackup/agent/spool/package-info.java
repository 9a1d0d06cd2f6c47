/**
 * Archives that an administrator chose somewhere and wants restored. The agent takes no paths, so the bytes themselves come,
 * piece by piece, into a folder of its own; what is asked afterwards names the file by the id that it got. Start at
 * {@link br.com.dmbackup.agent.spool.FileSpool}. There is one file at a time, never one that would fill the disk, and none
 * for longer than it is needed.
 */
@NullMarked
package br.com.dmbackup.agent.spool;

import org.jspecify.annotations.NullMarked;
