/**
 * The heartbeat: once a minute through the manual's states, in their order and words.
 *
 * <p>{@link br.com.dmbackup.agent.loop.MinuteLoop} beats, {@link br.com.dmbackup.agent.loop.Round} is what happens at each
 * beat: look at the database, the settings, the last backup; start what is due. What takes long is started here and done in
 * {@link br.com.dmbackup.agent.work}, so that the heart never stops for it.
 */
@NullMarked
package br.com.dmbackup.agent.loop;

import org.jspecify.annotations.NullMarked;
