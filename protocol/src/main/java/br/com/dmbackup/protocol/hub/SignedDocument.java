package br.com.dmbackup.protocol.hub;

/**
 * Bytes and who answers for them.
 *
 * @param payload JSON in UTF-8, in Base64
 * @param signature Ed25519 (RFC 8032) over the bytes of the payload, in Base64
 */
public record SignedDocument(String payload, String signature) {}
