package br.com.dmbackup.agent.notify;

import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Duration;
import java.util.Arrays;

/** How long a trouble must last before people are told. */
final class Patience {
    /** A server that restarts is there again after a minute or two; five minutes are promised. */
    static final Duration FAILURE = Duration.ofMinutes(3);
    /** A trouble that is told anyway takes along what has lasted so long. */
    static final Duration JOINS = Duration.ofMinutes(1);
    /** A terminal may be switched off over lunch. In opening time. */
    static final Duration OWED = Duration.ofHours(2);
    /** In opening time. */
    static final Duration ATTENTION = Duration.ofMinutes(10);

    private Patience() {}

    /** Of a failure: none for what does not mend itself. */
    static Duration ofFailure(Trouble trouble) {
        boolean mendsItself = !trouble.topic().equals(AgentTopic.SETTINGS)
                && !trouble.topic().equals(AgentTopic.SILENCE)
                && !isIntegrity(trouble.name());
        return mendsItself ? FAILURE : Duration.ZERO;
    }

    /** Of what wants attention, in opening time. */
    static Duration ofAttention(Trouble trouble) {
        return AgentTopic.ofDelivery(trouble.topic()) ? OWED : ATTENTION;
    }

    private static boolean isIntegrity(String name) {
        return Arrays.stream(FaultCode.values()).anyMatch(
                code -> code.name().equals(name) && code.kind() == FaultKind.INTEGRITY);
    }
}
