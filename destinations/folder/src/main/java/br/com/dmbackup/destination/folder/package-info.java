/**
 * The destination that is a folder: {@code Backup} on this machine, a mounted share or UNC path, a pen drive, the
 * backup terminal's {@code MCBkp}.
 *
 * <p>Before it stands a finished archive, or one being written here by way of
 * {@link br.com.dmbackup.core.destination.StagingDestination}; after it the catalog notes what is where. Start at
 * {@link br.com.dmbackup.destination.folder.FolderDestination}. A new archive grows under a name of its own, is made
 * durable, read back, and only then gets its final name: by one rename where the file system replaces atomically, by
 * the dance of {@link br.com.dmbackup.destination.folder.Replacement} where it does not (FAT). What a dead process
 * leaves is understood by {@link br.com.dmbackup.destination.folder.Siblings}.
 *
 * <p>The root is never created here: an unmounted share must not become a local folder.
 */
@NullMarked
package br.com.dmbackup.destination.folder;

import org.jspecify.annotations.NullMarked;
