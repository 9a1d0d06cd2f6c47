package br.com.dmbackup.protocol.api;

import java.util.List;

/**
 * What a remedy would do, or has done.
 *
 * @param good beforehand: whether there is anything that it can do; afterwards: whether it helped
 * @param message what it will do, or what came of it, in words
 * @param details further lines, such as each file that would be let go
 */
public record RemedyReport(boolean good, String message, List<String> details) {}
