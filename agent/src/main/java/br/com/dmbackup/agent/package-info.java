/**
 * The service on the store's server: it never forgets an hour.
 *
 * <p>Before it stands the core with its verbs, after it whoever asks: the tray, the command line, the ERP. Once a minute
 * it goes through the manual's states in their order ({@link br.com.dmbackup.agent.loop}), does what is due, and shows
 * how it stands ({@link br.com.dmbackup.agent.status.LiveStatus}) to the local API ({@link br.com.dmbackup.agent.api})
 * and to whoever tells people ({@link br.com.dmbackup.agent.notify}). Here stand the words that its rooms share; they are
 * brought together in {@link br.com.dmbackup.agent.life}.
 */
@NullMarked
package br.com.dmbackup.agent;

import org.jspecify.annotations.NullMarked;
