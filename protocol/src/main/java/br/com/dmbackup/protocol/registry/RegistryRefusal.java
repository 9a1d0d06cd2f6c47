package br.com.dmbackup.protocol.registry;

/**
 * How the registry says no.
 *
 * @param code a word that stays: {@code CREDENTIAL_UNKNOWN}, {@code CREDENTIAL_REVOKED}, {@code OTHER_STORE},
 *        {@code NOT_INTEGRATED}, {@code STORE_UNKNOWN}, {@code NOT_UNDERSTOOD}, {@code TOO_OFTEN}
 * @param message for a person who looks into logs, in English
 */
public record RegistryRefusal(String code, String message) {}
