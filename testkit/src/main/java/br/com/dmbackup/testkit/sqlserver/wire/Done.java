package br.com.dmbackup.testkit.sqlserver.wire;

/**
 * The end of a statement, MS-TDS 2.2.7.6 to 2.2.7.8.
 *
 * @param token which of the three
 * @param status bits below
 * @param command what ended, as in {@link #SELECT}; 0 for BACKUP and RESTORE
 */
public record Done(Token token, int status, int command, long rows) {
    public static final int MORE = 0x01;
    public static final int ERROR = 0x02;
    public static final int COUNT = 0x10;
    public static final int ATTENTION = 0x20;
    public static final int SERVER_ERROR = 0x100;
    public static final int SELECT = 0xC1;
    public static final int INSERT = 0xC3;

    /** Which end it is: of a statement in a batch, of a procedure, of a statement inside a procedure. */
    public enum Token {
        DONE(0xFD), DONEPROC(0xFE), DONEINPROC(0xFF);

        private final int code;

        Token(int code) {
            this.code = code;
        }
    }

    void write(Bytes out) {
        out.u8(token.code).u16(status).u16(command).u64(rows);
    }
}
