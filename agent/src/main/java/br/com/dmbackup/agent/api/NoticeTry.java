package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.notify.Setup;
import br.com.dmbackup.agent.notify.TestMessage;
import br.com.dmbackup.agent.notify.TestMessage.Result;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.SettingsTrial;
import br.com.dmbackup.protocol.api.SettingsTrial.Finding;
import java.time.InstantSource;
import java.util.Optional;

/** A message that tells nothing, sent through one channel, and what came of it in words. */
final class NoticeTry {
    private NoticeTry() {}

    /** @throws br.com.dmbackup.core.backup.BackupFault {@code NOTIFY_CHANNEL_UNKNOWN}, {@code CANCELLED} */
    static SettingsTrial of(Setup setup, InstantSource clock, Caller caller) {
        return new SettingsTrial(new TestMessage(setup, clock).send(Optional.of(caller.word()), each -> {}).stream()
                .map(result -> finding(result, caller.words())).toList());
    }

    private static Finding finding(Result result, Messages words) {
        String key = "notify[" + result.channel() + "]";
        return result.fault()
                .map(fault -> new Finding(key, false,
                        fault.text(words) + fault.foreignCode().map(code -> " (" + code + ")").orElse(""),
                        fault.hint(words), fault.code().name()))
                .orElseGet(() -> new Finding(key, true, words.text("settings.try.notice", result.host()), "", ""));
    }
}
