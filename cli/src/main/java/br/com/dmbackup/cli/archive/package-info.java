/**
 * {@code dmbackup archive}: makes an archive of any file, and takes the dump out of any archive, without a home folder.
 * What the archive stage can do, at hand for a technician.
 */
@NullMarked
package br.com.dmbackup.cli.archive;

import org.jspecify.annotations.NullMarked;
