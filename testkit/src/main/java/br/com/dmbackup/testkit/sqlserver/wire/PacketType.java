package br.com.dmbackup.testkit.sqlserver.wire;

import java.util.Arrays;

/** Kinds of packet, MS-TDS 2.2.3.1.1. */
public enum PacketType {
    BATCH(0x01), RPC(0x03), REPLY(0x04), ATTENTION(0x06), TRANSACTION(0x0E), LOGIN7(0x10), PRELOGIN(0x12);

    private final int code;

    PacketType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static PacketType of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a packet of type 0x%02X".formatted(code)));
    }
}
