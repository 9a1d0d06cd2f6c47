/**
 * When silence is an event. A store whose machine is switched off at night says nothing, and that is as it should be; one
 * that says nothing in the middle of the morning has lost its backups. Whoever watches a store (its own agent, its backup
 * terminal, the software house) decides by the same rule: so much <em>opening time</em> without a sign.
 *
 * <p>Start at {@link br.com.dmbackup.silence.SilenceWatch}. Opening time comes from hours that somebody wrote down
 * ({@link br.com.dmbackup.silence.WeeklyHours}) or from what the store did in the last weeks
 * ({@link br.com.dmbackup.silence.Habit}); on days on which {@link br.com.dmbackup.silence.ClosedDays} says so there is
 * none.
 *
 * <p>Invariants: no clock is read here, every moment is handed in; a store that said goodbye is not missed until it is
 * back; what is not known is not expected.
 */
@NullMarked
package br.com.dmbackup.silence;

import org.jspecify.annotations.NullMarked;
