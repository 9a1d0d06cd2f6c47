package br.com.dmbackup.core.backup;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of DMBackup. It carries a {@link FaultCode} and the arguments of that code's texts, so that it can
 * be told in any language; {@link #getMessage()} is for logs and developers. Drivers translate at their edge and keep
 * the foreign code (SQLSTATE, error number, errno name) in {@link #foreignCode()}.
 *
 * <p>Arguments never hold secrets, row data or names of persons.
 */
public final class BackupFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FaultCode code;
    private final transient Object[] arguments;
    private final @Nullable String foreignCode;
    private final List<String> details;
    private final transient @Nullable Phrase remedy;

    private BackupFault(FaultCode code, Object[] arguments, @Nullable String foreignCode, List<String> details,
            @Nullable Phrase remedy, @Nullable Throwable cause) {
        super(code + " " + Arrays.toString(arguments) + (foreignCode == null ? "" : " [" + foreignCode + "]"), cause);
        this.code = code;
        this.arguments = arguments.clone();
        this.foreignCode = foreignCode;
        this.details = List.copyOf(details);
        this.remedy = remedy;
    }

    public static BackupFault of(FaultCode code, Object... arguments) {
        return new BackupFault(code, arguments, null, List.of(), null, null);
    }

    /** The same fault with the exception that led to it. */
    public BackupFault causedBy(Throwable cause) {
        return new BackupFault(code, arguments, foreignCode, details, remedy, cause);
    }

    /** The same fault with the code that the foreign program or system gave. */
    public BackupFault withForeignCode(String foreign) {
        return new BackupFault(code, arguments, foreign, details, remedy, getCause());
    }

    /** The same fault with lines to be shown below it, in the language they were made in. */
    public BackupFault withDetails(List<String> lines) {
        return new BackupFault(code, arguments, foreignCode, lines, remedy, getCause());
    }

    /** The same fault with something better to do about it than what its code says. */
    public BackupFault withRemedy(Phrase better) {
        return new BackupFault(code, arguments, foreignCode, details, better, getCause());
    }

    public FaultCode code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public Optional<String> foreignCode() {
        return Optional.ofNullable(foreignCode);
    }

    public List<String> details() {
        return details;
    }

    /** What to do, where more is known about it than the code says. */
    public Optional<Phrase> remedy() {
        return Optional.ofNullable(remedy);
    }

    /** What happened, in words. */
    public String text(Messages messages) {
        return messages.faultText(code, arguments);
    }

    /** What the person can do. */
    public String hint(Messages messages) {
        return remedy == null ? messages.faultHint(code, arguments) : remedy.in(messages);
    }
}
