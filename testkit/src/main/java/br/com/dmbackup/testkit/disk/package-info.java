/**
 * Disks that run into trouble, for tests of what happens then. Start at
 * {@link br.com.dmbackup.testkit.disk.SmallDisk}.
 */
@NullMarked
package br.com.dmbackup.testkit.disk;

import org.jspecify.annotations.NullMarked;
