/** Starts the newest good version of the program, watches it, starts it again, and goes back to the version before when a new one does not come up. Knows nothing of backups and needs no library, so that it never has to be replaced while it runs. */
@NullMarked
package br.com.dmbackup.launcher;

import org.jspecify.annotations.NullMarked;
