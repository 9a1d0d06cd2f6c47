/**
 * Tells people how the store stands: one message per change of state, in plain words, with what to do.
 *
 * <p>Before it stands the agent's picture of the store, after it the channels ({@code channel}) by which messages leave.
 * Start at {@link br.com.dmbackup.agent.notify.Messenger}. It looks at the picture by a clock of its own, so that a loop
 * that hangs is noticed; {@link br.com.dmbackup.agent.notify.Watchman} decides what is to be told of troubles,
 * {@link br.com.dmbackup.agent.notify.Outbox} keeps it until it is sent,{@link br.com.dmbackup.agent.notify.Memory}
 * keeps both beyond the end of the agent.
 *
 * <p>Invariants: whoever works is never held up; a restart neither repeats nor forgets; what could not be told while it
 * lasted is told as one thing that is over; a channel that does not work is a trouble on the light, and never a message
 * to itself.
 */
@NullMarked
package br.com.dmbackup.agent.notify;

import org.jspecify.annotations.NullMarked;
