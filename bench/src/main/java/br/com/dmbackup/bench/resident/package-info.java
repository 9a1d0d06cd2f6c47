/**
 * The stages of a run in a process that lives on, as they run in the agent: what the harness asks when it measures a warm
 * pass. It gets the agent's options of the Java VM.
 *
 * <p>Start at {@link br.com.dmbackup.bench.resident.Resident}.
 */
@NullMarked
package br.com.dmbackup.bench.resident;

import org.jspecify.annotations.NullMarked;
