package br.com.dmbackup.engine.sqlserver.service;

import br.com.dmbackup.core.program.ProgramAnswer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the operating system's own programs say about services. Their labels are translated; numbers, exit codes
 * and the layout are not.
 */
final class ServiceAnswers {
    private static final int NO_SUCH_SERVICE = 1060;
    /**
     * {@code sc query} answers name, type, state, exit codes, one a line; the state's number is the second that stands
     * behind a colon and before a word: {@code STATE : 4 RUNNING}.
     */
    private static final Pattern NUMBERED = Pattern.compile("(?m)^\\s*[^:\\r\\n]+:\\s*([0-9a-f]+)\\s+[^\\s:]+.*$");
    private static final Pattern ACTIVE = Pattern.compile("(?m)^ActiveState=(\\w+)\\s*$");
    private static final Pattern VALUE = Pattern.compile("(?m)^\\s+(\\S+)\\s+REG_SZ\\s+\\S+\\s*$");

    private ServiceAnswers() {}

    /** {@code sc query NAME}. */
    static ServiceState ofSc(ProgramAnswer answer) {
        if (answer.exitCode() == NO_SUCH_SERVICE) {
            return ServiceState.MISSING;
        }
        if (!answer.succeeded()) {
            return ServiceState.UNKNOWN;
        }
        return NUMBERED.matcher(answer.output()).results().skip(1).findFirst().map(state -> ofNumber(state.group(1)))
                .orElse(ServiceState.UNKNOWN);
    }

    /** SERVICE_STATUS.dwCurrentState of the Windows API. */
    private static ServiceState ofNumber(String number) {
        return switch (number) {
            case "1" -> ServiceState.STOPPED;
            case "2", "5" -> ServiceState.STARTING;
            case "3" -> ServiceState.STOPPING;
            case "4" -> ServiceState.RUNNING;
            case "6", "7" -> ServiceState.PAUSED;
            default -> ServiceState.UNKNOWN;
        };
    }

    /** {@code systemctl show --property=LoadState,ActiveState NAME}: its words are not translated. */
    static ServiceState ofSystemctl(ProgramAnswer answer) {
        if (answer.output().contains("LoadState=not-found")) {
            return ServiceState.MISSING;
        }
        Matcher active = ACTIVE.matcher(answer.output());
        return switch (active.find() ? active.group(1) : "") {
            case "active", "reloading" -> ServiceState.RUNNING;
            case "activating" -> ServiceState.STARTING;
            case "deactivating" -> ServiceState.STOPPING;
            case "inactive", "failed" -> ServiceState.STOPPED;
            default -> ServiceState.UNKNOWN;
        };
    }

    /** {@code reg query "HKLM\SOFTWARE\Microsoft\Microsoft SQL Server\Instance Names\SQL"}: the instances here. */
    static List<String> instances(ProgramAnswer answer) {
        return VALUE.matcher(answer.output()).results().map(found -> found.group(1)).toList();
    }
}
