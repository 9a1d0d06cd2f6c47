/**
 * What went wrong, in words: what happened, what to do, a button where the program can mend it itself, and details to
 * copy for the support that hold nothing of the store. Before it stands whatever threw; after it a person. Start at
 * {@link br.com.dmbackup.desktop.wording.Faults}.
 */
@NullMarked
package br.com.dmbackup.desktop.wording;

import org.jspecify.annotations.NullMarked;
