package br.com.dmbackup.protocol.api;

import java.util.List;

/**
 * What came of trying settings that nobody has kept yet.
 *
 * @param findings one for each thing that was tried
 */
public record SettingsTrial(List<Finding> findings) {
    /**
     * @param key what was tried: {@code database}, {@code local.slots} (the room on this disk), or a destination's key
     * @param good whether it will do
     * @param message what was found, in words
     * @param hint what to do about it; may be empty
     * @param code name of the fault; empty where there is none
     */
    public record Finding(String key, boolean good, String message, String hint, String code) {}
}
