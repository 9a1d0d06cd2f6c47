/**
 * How big files come to the disk, and go from it, without a till that sells beside them being held up.
 *
 * <p>A sale is done when its commit is on the disk, and a file system brings what is dirty to the disk in its own order: a
 * commit that meets two hundred megabytes waits behind all of them, and so does one whose flush meets what a drive has not put
 * away. So whatever we write in bulk is sent and forced in small steps, by {@link br.com.dmbackup.core.disk.SteadyForce};
 * what comes back from an archive goes past the memory, by {@link br.com.dmbackup.core.disk.PlacedFile}; and what is to go
 * goes in small steps, too, by {@link br.com.dmbackup.core.disk.GentleDeletion}. Engines, the archive and the destinations
 * come here.
 */
@NullMarked
package br.com.dmbackup.core.disk;

import org.jspecify.annotations.NullMarked;
