/**
 * What takes long: runs, drills, restores, deliveries, each as a job of its own with its own open home.
 *
 * <p>Only one of them has the home at a time ({@link br.com.dmbackup.agent.work.Work}); a run whose backup has its slot gives it
 * up, so that a slow terminal costs no hour its backup. A job that hangs is interrupted here.
 */
@NullMarked
package br.com.dmbackup.agent.work;

import org.jspecify.annotations.NullMarked;
