package br.com.dmbackup.protocol.api;

import java.util.List;

/**
 * Settings that belong together.
 *
 * @param name of the destination or channel, where there may be several groups of one topic; else empty
 */
public record SettingsGroup(SettingsTopic topic, String name, List<SettingsField> fields) {}
