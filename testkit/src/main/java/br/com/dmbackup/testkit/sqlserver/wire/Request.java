package br.com.dmbackup.testkit.sqlserver.wire;

/**
 * One message of the client: the payloads of its packets up to the one marked as the last (MS-TDS 2.2.3.1.2).
 *
 * @param payload without packet headers
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Request(PacketType type, byte[] payload) {}
