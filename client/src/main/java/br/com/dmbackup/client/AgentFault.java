package br.com.dmbackup.client;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.ApiFault;
import br.com.dmbackup.protocol.api.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agent cannot be reached, or said no. What it said is told in its own words, for it alone knows the arguments.
 */
public final class AgentFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FaultCode code;
    private final transient Object[] arguments;
    private final transient @Nullable ApiFault said;

    private AgentFault(FaultCode code, Object[] arguments, @Nullable ApiFault said, @Nullable Throwable cause) {
        super(code + " " + (said == null ? Arrays.toString(arguments) : said.message()), cause);
        this.code = code;
        this.arguments = arguments;
        this.said = said;
    }

    public static AgentFault of(FaultCode code, Object... arguments) {
        return new AgentFault(code, arguments, null, null);
    }

    /** What the agent answered; a code that this program is too old to know keeps its words. */
    static AgentFault said(ApiFault fault) {
        FaultCode known = Arrays.stream(FaultCode.values()).filter(code -> code.name().equals(fault.code())).findFirst()
                .orElse(FaultCode.AGENT_REFUSED);
        return new AgentFault(known, new Object[0], fault, null);
    }

    /** What became of a job. */
    public static AgentFault of(Trouble trouble) {
        return said(new ApiFault(trouble.name(), trouble.number(), trouble.message(), trouble.hint(),
                trouble.details()));
    }

    /** The same with the exception that led to it. */
    public AgentFault causedBy(Throwable cause) {
        return new AgentFault(code, arguments, said, cause);
    }

    public FaultCode code() {
        return code;
    }

    /** What happened, in words. */
    public String text(Messages messages) {
        return said == null ? messages.faultText(code, arguments) : said.message();
    }

    /** What the person can do. */
    public String hint(Messages messages) {
        return said == null ? messages.faultHint(code, arguments) : said.hint();
    }

    /** Further lines, such as each problem of the settings. */
    public List<String> details() {
        return Optional.ofNullable(said).map(ApiFault::details).orElse(List.of());
    }
}
