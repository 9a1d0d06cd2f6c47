/**
 * Programs of others, run as children: a database's own dump tool, or whatever a store names in its settings.
 *
 * <p>Start at {@link br.com.dmbackup.core.program.Program}, which says what is run; a
 * {@link br.com.dmbackup.core.program.RunningProgram} is one child at work. Engines are the ones who come here; what
 * they read from a child goes on as a dump.
 *
 * <p>Invariants: no shell stands between; nothing of a child's input or output lies in memory beyond a fixed ring; an
 * interrupt ends every call here, and no child outlives the {@code close} of its {@code RunningProgram}. Secrets never
 * stand in the list of arguments nor in the environment, as other users of the machine can list both.
 */
@NullMarked
package br.com.dmbackup.core.program;

import org.jspecify.annotations.NullMarked;
