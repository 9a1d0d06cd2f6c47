package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;

/**
 * Something that is not as it should be and lasts until it is mended.
 *
 * @param topic what it is about, so that two looks at it know one another: one of
 *        {@link br.com.dmbackup.protocol.AgentTopic}
 * @param light {@code ATTENTION} or {@code FAILURE}
 * @param name name of the fault or notice code
 * @param number {@code DM-230}; empty for a notice
 * @param message what is wrong
 * @param hint what to do about it; may be empty
 * @param details further lines, such as each problem of the settings with line and column
 * @param since when it was first seen
 */
public record Trouble(String topic, AgentLight light, String name, String number, String message, String hint,
        List<String> details, Instant since) {}
