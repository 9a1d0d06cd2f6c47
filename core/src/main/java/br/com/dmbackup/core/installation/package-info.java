/**
 * One home folder with everything that belongs to it: its folders, its lock, its settings, the engine and the
 * destinations that they name, and its catalog. The verbs work on an
 * {@link br.com.dmbackup.core.installation.Installation}; only they do.
 */
@NullMarked
package br.com.dmbackup.core.installation;

import org.jspecify.annotations.NullMarked;
