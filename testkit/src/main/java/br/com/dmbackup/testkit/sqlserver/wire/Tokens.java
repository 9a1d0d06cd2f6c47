package br.com.dmbackup.testkit.sqlserver.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of tokens in the making, MS-TDS 2.2.7. */
public final class Tokens {
    private static final int DATABASE = 1;
    private static final int LANGUAGE = 2;
    private static final int PACKET_SIZE = 4;
    private static final int COLLATION = 7;
    private final Bytes out = new Bytes();

    public Bytes bytes() {
        return out;
    }

    public Tokens message(MessageToken message) {
        message.write(out);
        return this;
    }

    /** ENVCHANGE, 2.2.7.9: the session's database. */
    public Tokens database(String now, String before) {
        return change(DATABASE, now, before);
    }

    public Tokens language(String now) {
        return change(LANGUAGE, now, "");
    }

    public Tokens packetSize(int bytes) {
        return change(PACKET_SIZE, Integer.toString(bytes), Integer.toString(bytes));
    }

    /** Without it the driver cannot write text parameters. */
    public Tokens collation() {
        out.u8(0xE3).u16(8).u8(COLLATION).u8(SqlType.collation().length).bytes(SqlType.collation()).u8(0);
        return this;
    }

    /** LOGINACK, 2.2.7.14: TDS 7.4, and the version that the driver shows as the product's. */
    public Tokens loginAccepted(int major, int minor, int build) {
        Bytes body = new Bytes().u8(1).bytes(new byte[]{0x74, 0, 0, 4}).shortText("Microsoft SQL Server").u8(major)
                .u8(minor).u8(build >>> 8).u8(build);
        out.u8(0xAD).u16(body.size()).bytes(body.toArray());
        return this;
    }

    /** COLMETADATA, 2.2.7.4. */
    public Tokens columns(List<Column> columns) {
        out.u8(0x81).u16(columns.size());
        for (Column column : columns) {
            out.u32(0).u16(0x0009);
            column.type().describe(out);
            out.shortText(column.name());
        }
        return this;
    }

    /** ROW, 2.2.7.19. */
    public Tokens row(List<Column> columns, List<? extends @Nullable Object> values) {
        out.u8(0xD1);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).type().write(out, values.get(i));
        }
        return this;
    }

    /** RETURNSTATUS, 2.2.7.18. */
    public Tokens returnStatus(int status) {
        out.u8(0x79).u32(status);
        return this;
    }

    /** RETURNVALUE, 2.2.7.19: the int of an output parameter without a name. */
    public Tokens returnValue(int ordinal, int value) {
        out.u8(0xAC).u16(ordinal).shortText("").u8(1).u32(0).u16(0);
        SqlType handle = new SqlType.Whole(4);
        handle.describe(out);
        handle.write(out, value);
        return this;
    }

    private Tokens change(int type, String now, String before) {
        Bytes body = new Bytes().u8(type).shortText(now).shortText(before);
        out.u8(0xE3).u16(body.size()).bytes(body.toArray());
        return this;
    }
}
