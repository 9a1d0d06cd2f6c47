package br.com.dmbackup.testkit.sqlserver.wire;

/**
 * ERROR (MS-TDS 2.2.7.10) or, up to severity 10, INFO (2.2.7.13).
 *
 * @param procedure empty outside procedures
 */
public record MessageToken(int number, int state, int severity, String text, String server, String procedure,
        int line) {
    private static final int HIGHEST_OF_INFO = 10;

    void write(Bytes out) {
        Bytes body = new Bytes().u32(number).u8(state).u8(severity <= HIGHEST_OF_INFO ? 0 : severity).text(text)
                .shortText(server).shortText(procedure).u32(line);
        out.u8(severity <= HIGHEST_OF_INFO ? 0xAB : 0xAA).u16(body.size()).bytes(body.toArray());
    }
}
