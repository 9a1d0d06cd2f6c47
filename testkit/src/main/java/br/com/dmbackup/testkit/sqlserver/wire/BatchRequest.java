package br.com.dmbackup.testkit.sqlserver.wire;

/** SQLBatch, MS-TDS 2.2.6.7: ALL_HEADERS (2.2.5.3), then the text. */
public record BatchRequest(String text) {
    public static BatchRequest read(byte[] payload) {
        ByteReader in = new ByteReader(payload);
        in.skip((int) in.number(4) - 4);
        return new BatchRequest(in.utf16(in.remaining() / 2));
    }
}
