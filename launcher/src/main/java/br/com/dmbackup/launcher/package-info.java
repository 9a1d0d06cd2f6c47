/**
 * Starts the program's version that is wanted, watches it, starts it again, and goes back to the version before when a
 * new one does not come up.
 *
 * <p>Before it stands the system's service manager, after it the agent, which it holds by two pipes: the child's input is
 * the leash (its end tells the agent to end in good order, also when the launcher was killed), the child's output is the
 * pulse (a line every few seconds; silence means that it hangs). {@link br.com.dmbackup.launcher.Supervisor} is where to
 * start. Knows nothing of backups and needs no library, so that it hardly ever has to be replaced. There are never two
 * children: the next one is started only when the one before is seen to be dead.
 */
@NullMarked
package br.com.dmbackup.launcher;

import org.jspecify.annotations.NullMarked;
