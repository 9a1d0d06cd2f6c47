package br.com.dmbackup.launcher;

import java.time.Duration;

/** How a child's life ended. */
record Ending(Kind kind, int exitCode, Duration length) {
    enum Kind {
        /** The launcher was asked to end, or the child ended as somebody asked it to. */
        LEFT,
        /** It wants to be started again. */
        AGAIN,
        /** Another agent holds the home. */
        TAKEN,
        /** Something else is wanted now. */
        REPLACED,
        /** It gave no pulse and was killed. */
        SILENT,
        /** It ended, and nobody had asked it to. */
        DIED
    }

    static Ending died(int exitCode, Duration length) {
        Kind kind = switch (exitCode) {
            case 0 -> Kind.LEFT;
            case Patience.AGAIN -> Kind.AGAIN;
            case Patience.HOME_TAKEN -> Kind.TAKEN;
            default -> Kind.DIED;
        };
        return new Ending(kind, exitCode, length);
    }

    @Override
    public String toString() {
        return kind + " after " + length.toSeconds() + " s"
                + (kind == Kind.DIED ? ", exit code " + exitCode : "");
    }
}
