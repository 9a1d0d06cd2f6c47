/**
 * When the store is open, and how long it has been open without what should be there: a good backup, or the agent
 * itself.
 *
 * <p>Before it stands the rule of module {@code silence}, after it the watchman. Hours are those of the settings
 * ({@link br.com.dmbackup.agent.notify.opening.OpeningSettings}) or learned from when this machine was on
 * ({@link br.com.dmbackup.agent.notify.opening.Opening}). Not thread-safe: one thread looks.
 */
@NullMarked
package br.com.dmbackup.agent.notify.opening;

import org.jspecify.annotations.NullMarked;
