/**
 * "Restaurar": a backup comes back, from a slot of any place or from a file that a person has; in the live database's place,
 * after its name was typed, or beside it. What is inside is shown first. Administrators alone may; the agent checks, and does
 * the work. Start at {@link br.com.dmbackup.desktop.restore.RestoreSheet}.
 */
@NullMarked
package br.com.dmbackup.desktop.restore;

import org.jspecify.annotations.NullMarked;
