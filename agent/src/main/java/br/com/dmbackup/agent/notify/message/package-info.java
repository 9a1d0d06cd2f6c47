/**
 * What is told to people and how it is worded. A {@link br.com.dmbackup.agent.notify.message.Message} is decided by the
 * watchman and kept until it is sent; only then it becomes a {@link br.com.dmbackup.agent.notify.message.Letter} in the
 * store's language.
 *
 * <p>Invariants: the store is named by its name alone; no number or name of a person, no row, no secret gets into a
 * message, whatever a server or the system says.
 */
@NullMarked
package br.com.dmbackup.agent.notify.message;

import org.jspecify.annotations.NullMarked;
