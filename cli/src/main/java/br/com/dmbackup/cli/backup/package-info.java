/** The commands that make backups and bring them away: {@code backup} and {@code deliver}. */
@NullMarked
package br.com.dmbackup.cli.backup;

import org.jspecify.annotations.NullMarked;
