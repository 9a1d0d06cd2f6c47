package br.com.dmbackup.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} is made from the codes; with {@code -Dupdate} this test writes it. */
class FaultPageTest {
    private static final Path PAGE = Path.of("../docs/faults.md");
    private static final Messages ENGLISH = Messages.in(Language.EN);
    private static final Object[] NAMED = {"‹0›", "‹1›", "‹2›", "‹3›"};
    private static final Map<ExitCode, String> MEANINGS = Map.ofEntries(
            Map.entry(ExitCode.OK, "everything asked for was done"),
            Map.entry(ExitCode.INTERNAL, "a defect of DMBackup; the message shows a support code"),
            Map.entry(ExitCode.USER, "the command line or a setting is wrong, or what was named does not exist"),
            Map.entry(ExitCode.PARTIAL, "the backup exists on this machine, and a delivery is still owed"),
            Map.entry(ExitCode.TRANSIENT, "it may work later: something is locked, away or silent"),
            Map.entry(ExitCode.RESOURCES, "no room left on a disk"),
            Map.entry(ExitCode.INTEGRITY, "damaged or suspicious bytes were found"),
            Map.entry(ExitCode.EXTERNAL, "another program refused: the database, the operating system"),
            Map.entry(ExitCode.ALREADY_RUNNING, "another run holds the lock of this home folder"),
            Map.entry(ExitCode.SKIPPED, "nothing was due, so nothing was done"),
            Map.entry(ExitCode.CANCELLED, "interrupted by Ctrl+C; 143 when ended by the system (SIGTERM)"));

    @Test
    void thePageOfFaultsIsThatOfTheCodes() throws IOException {
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).as("run: make faults").content().isEqualTo(page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Exit codes and faults

                This page is made from the program's own list (`make faults`); do not edit it.

                With `--json` a failure is one JSON object on the standard output: `ok`, `exitCode`, and `fault` with
                `code`, `name`, `kind`, `message`, `hint`, `details`, and `foreignCode` where another program gave one.

                ## Exit codes

                | code | name | meaning |
                |---|---|---|
                """);
        for (ExitCode code : ExitCode.values()) {
            page.append("| ").append(code.number()).append(" | ").append(code).append(" | ")
                    .append(MEANINGS.get(code)).append(" |\n");
        }
        page.append("""

                ## Faults

                ‹0›, ‹1› and so on stand for what the message fills in.

                | number | name | kind | exit code | what happened | what to do |
                |---|---|---|---|---|---|
                """);
        for (FaultCode code : FaultCode.values()) {
            page.append("| DM-").append(code.number()).append(" | ").append(code).append(" | ").append(code.kind())
                    .append(" | ").append(code.exitCode().number()).append(" | ")
                    .append(ENGLISH.faultText(code, NAMED)).append(" | ").append(ENGLISH.faultHint(code, NAMED))
                    .append(" |\n");
        }
        return page.toString();
    }
}
