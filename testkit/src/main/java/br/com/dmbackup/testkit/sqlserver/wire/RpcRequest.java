package br.com.dmbackup.testkit.sqlserver.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RPCRequest, MS-TDS 2.2.6.6.
 *
 * @param procedure the name, for the numbered ones as in the table of 2.2.6.6
 * @param parameters in their order; their names are empty in what the driver sends
 */
public record RpcRequest(String procedure, List<@Nullable Object> parameters) {
    private static final int NUMBERED = 0xFFFF;

    public static RpcRequest read(byte[] payload) {
        ByteReader in = new ByteReader(payload);
        in.skip((int) in.number(4) - 4);
        int length = in.u16();
        String procedure = length == NUMBERED ? name(in.u16()) : in.utf16(length);
        in.skip(2);
        List<@Nullable Object> parameters = new ArrayList<>();
        ParameterReader reader = new ParameterReader(in);
        while (in.remaining() > 0) {
            parameters.add(reader.next());
        }
        return new RpcRequest(procedure, parameters);
    }

    private static String name(int id) {
        return switch (id) {
            case 10 -> "sp_executesql";
            case 11 -> "sp_prepare";
            case 12 -> "sp_execute";
            case 13 -> "sp_prepexec";
            case 15 -> "sp_unprepare";
            default -> "procedure number " + id;
        };
    }

    /** The text at this place. */
    public String text(int index) {
        return parameters.get(index) instanceof String text ? text : "";
    }

    /** The whole number at this place. */
    public int number(int index) {
        return parameters.get(index) instanceof Long number ? number.intValue() : 0;
    }
}
