package br.com.dmbackup.desktop.wording;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.Trouble;
import java.util.List;

/**
 * A failure as it is told.
 *
 * @param name name of its fault or notice code
 * @param number {@code DM-700}; empty for a notice
 * @param topic what it is about, see {@link br.com.dmbackup.protocol.AgentTopic}; empty where it is not the agent's trouble
 * @param happened what happened
 * @param remedy what to do; may be empty
 * @param details further lines, such as each problem of the settings
 * @param support a code that finds the place in the program; empty where the number says it all
 */
public record Wording(String name, String number, String topic, String happened, String remedy, List<String> details,
        String support) {
    /** Of anything that was thrown. */
    public static Wording of(Throwable thrown, Messages words) {
        if (thrown instanceof AgentFault fault) {
            return new Wording(fault.code().name(), "DM-" + fault.code().number(), "", fault.text(words),
                    fault.hint(words), fault.details(), "");
        }
        if (thrown.getCause() instanceof AgentFault cause) {
            return of(cause, words);
        }
        String code = SupportCode.of(thrown);
        return new Wording(FaultCode.INTERNAL.name(), "DM-" + FaultCode.INTERNAL.number(), "",
                words.faultText(FaultCode.INTERNAL, code), words.faultHint(FaultCode.INTERNAL, code), List.of(), code);
    }

    /** Of what the agent says is not as it should be. */
    public static Wording of(Trouble trouble) {
        return new Wording(trouble.name(), trouble.number(), trouble.topic(), trouble.message(), trouble.hint(),
                trouble.details(), "");
    }

    /** Where a button does what the shared words say to type, the window's own words name the button. */
    Wording forWindow(Texts texts) {
        String key = "hint." + name;
        return texts.has(key)
                ? new Wording(name, number, topic, happened, texts.text(key), details, support)
                : this;
    }

    /** Whether it is that fault. */
    public boolean is(FaultCode code) {
        return name.equals(code.name());
    }
}
