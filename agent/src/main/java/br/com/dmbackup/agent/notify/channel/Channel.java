package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.core.backup.BackupFault;
import java.util.Optional;

/** One way out of the store. Holds nothing between two sends. */
@FunctionalInterface
public interface Channel {
    /**
     * Sends it now; takes a minute at most, as far as the other side lets go.
     *
     * @return what is not right though it was sent, such as one of several recipients that was refused
     * @throws BackupFault {@code NOTIFY_*}: it was not sent
     * @throws InterruptedException when nobody waits for it any more
     */
    Optional<BackupFault> send(Letter letter) throws InterruptedException;

    /** The channel of these settings. */
    static Channel of(ChannelSettings settings) {
        return switch (settings) {
            case EmailSettings email -> new EmailChannel(email);
            case TelegramSettings telegram -> new TelegramChannel(telegram, TelegramChannel.API);
            case WebhookSettings webhook -> new WebhookChannel(webhook);
            case PingSettings ping -> new PingChannel(ping);
        };
    }
}
