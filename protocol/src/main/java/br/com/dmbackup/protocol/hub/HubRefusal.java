package br.com.dmbackup.protocol.hub;

/**
 * How the hub says no to a store.
 *
 * @param code a word that stays: {@code CREDENTIAL_UNKNOWN}, {@code CREDENTIAL_REVOKED}, {@code OTHER_STORE}, {@code
 *        STORE_UNKNOWN}, {@code CODE_UNKNOWN}, {@code NOT_UNDERSTOOD}, {@code TOO_LARGE}, {@code TOO_OFTEN}
 * @param message for a person who looks into logs, in English
 */
public record HubRefusal(String code, String message) {}
