package br.com.dmbackup.demo;

import br.com.dmbackup.protocol.ExitCode;

/** Something did not happen as the story expects; the message is for the person. */
final class DemoStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    DemoStopped(String message, ExitCode code) {
        super(message);
        this.code = code;
    }

    /** Never {@link ExitCode#OK}. */
    ExitCode code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
