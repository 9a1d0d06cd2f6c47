/**
 * How messages leave the store: e-mail, Telegram, webhook, ping.
 *
 * <p>Before it stands the outbox, after it the internet. Start at {@link br.com.dmbackup.agent.notify.channel.Channel};
 * {@link br.com.dmbackup.agent.notify.channel.NotifySettings} reads what is configured.
 *
 * <p>Invariants: nothing is opened or loaded before there is something to send, and nothing stays open after it; every
 * send has a time limit; certificates are checked; addresses with secrets in them and tokens are in no fault, no log and
 * no exception's text. This room alone knows mail and HTTP.
 */
@NullMarked
package br.com.dmbackup.agent.notify.channel;

import org.jspecify.annotations.NullMarked;
