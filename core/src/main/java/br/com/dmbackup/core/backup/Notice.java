package br.com.dmbackup.core.backup;

import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.NoticeCode;
import java.util.List;

/** Something worth telling that is no fault. */
public record Notice(NoticeCode code, List<Object> arguments) {
    public static Notice of(NoticeCode code, Object... arguments) {
        return new Notice(code, List.of(arguments));
    }

    public String text(Messages messages) {
        return messages.text(code.messageKey(), arguments.toArray());
    }
}
