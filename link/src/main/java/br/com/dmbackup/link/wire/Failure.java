package br.com.dmbackup.link.wire;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * Why something was not done; the answer to any question, and the last word before a connection is closed.
 *
 * @param code name of a {@link FaultCode}
 * @param arguments of its texts, at most 16
 */
public record Failure(String code, List<FailureArgument> arguments) implements Message {
    private static final int CODE_BYTES = 64;
    private static final int ARGUMENTS = 16;

    public Failure {
        arguments = List.copyOf(arguments);
    }

    /** What a fault looks like to the other side: its code and arguments, without causes and details. */
    public static Failure of(BackupFault fault) {
        Object[] arguments = fault.arguments();
        return new Failure(fault.code().name(), Arrays.stream(arguments).limit(ARGUMENTS)
                .map(argument -> FailureArgument.of(argument, true)).toList());
    }

    /**
     * The fault as it was at the other side; {@code LINK_PEER_FAULT} where this program does not know it, or could not
     * say it in words.
     */
    public BackupFault fault(String peer) {
        return known().map(it -> BackupFault.of(it, arguments.stream().map(FailureArgument::value).toArray()))
                .filter(Failure::canBeSaid).orElseGet(() -> BackupFault.of(FaultCode.LINK_PEER_FAULT, peer, code));
    }

    private Optional<FaultCode> known() {
        try {
            return Optional.of(FaultCode.valueOf(code));
        } catch (IllegalArgumentException newer) {
            return Optional.empty();
        }
    }

    private static boolean canBeSaid(BackupFault fault) {
        try {
            for (Language language : Language.values()) {
                Messages messages = Messages.in(language);
                fault.text(messages);
                fault.hint(messages);
            }
            return true;
        } catch (IllegalArgumentException | MissingResourceException unsayable) {
            return false;
        }
    }

    static Failure readFrom(FrameReader in) {
        return new Failure(in.text(CODE_BYTES), in.list(ARGUMENTS, reader -> FailureArgument.readFrom(reader, true)));
    }

    @Override
    public void writeTo(FrameWriter out) {
        out.text(code, CODE_BYTES).list(arguments, ARGUMENTS, (writer, argument) -> argument.writeTo(writer));
    }
}
