package br.com.dmbackup.core.program;

import java.util.List;

/**
 * How a short run of a program ended.
 *
 * @param output the first part of its output
 * @param errors the last lines of its error output
 */
public record ProgramAnswer(int exitCode, String output, List<String> errors) {
    public boolean succeeded() {
        return exitCode == 0;
    }
}
