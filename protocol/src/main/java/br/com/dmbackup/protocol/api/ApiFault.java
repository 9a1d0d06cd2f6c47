package br.com.dmbackup.protocol.api;

import java.util.List;

/**
 * How the local API says no: the same four words whatever was asked, and nothing of what was sent.
 *
 * @param code name of the fault code
 * @param number {@code DM-711}
 * @param message what is wrong
 * @param hint what to do
 * @param details further lines, such as each problem of the settings with line and column
 */
public record ApiFault(String code, String number, String message, String hint, List<String> details) {}
