package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.wire.RpcRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Procedures by which a client sends statements with parameters, MS-TDS 2.2.6.6, and the handles of prepared ones. */
final class Preparations {
    private static final Pattern VARIABLE = Pattern.compile("@\\w+");
    private final Map<Integer, RpcText> byHandle = new HashMap<>();
    private int lastHandle;

    /**
     * What is to run.
     *
     * @param text empty for nothing
     * @param handle to be told, if any
     */
    record Prepared(String text, Map<String, @Nullable Object> parameters, @Nullable Integer handle) {}

    private record RpcText(String declaration, String text) {
        Prepared with(List<@Nullable Object> values, @Nullable Integer handle) {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            Matcher name = VARIABLE.matcher(declaration);
            for (Object value : values) {
                if (!name.find()) {
                    throw new UnknownStatement("more values than are declared: " + declaration);
                }
                parameters.put(name.group(), value);
            }
            return new Prepared(text, parameters, handle);
        }
    }

    Prepared find(RpcRequest request) {
        List<@Nullable Object> values = request.parameters();
        return switch (request.procedure()) {
            case "sp_executesql" -> new RpcText(values.size() > 1 ? request.text(1) : "", request.text(0))
                    .with(values.subList(Math.min(2, values.size()), values.size()), null);
            case "sp_prepexec" -> keep(request).with(values.subList(3, values.size()), lastHandle);
            case "sp_prepare" -> {
                keep(request);
                yield new Prepared("", Map.of(), lastHandle);
            }
            case "sp_execute" -> known(request.number(0)).with(values.subList(1, values.size()), null);
            case "sp_unprepare" -> {
                byHandle.remove(request.number(0));
                yield new Prepared("", Map.of(), null);
            }
            default -> throw new UnknownStatement("EXEC " + request.procedure());
        };
    }

    private RpcText keep(RpcRequest request) {
        RpcText text = new RpcText(request.text(1), request.text(2));
        lastHandle++;
        byHandle.put(lastHandle, text);
        return text;
    }

    private RpcText known(int handle) {
        RpcText text = byHandle.get(handle);
        if (text == null) {
            throw new UnknownStatement("sp_execute of a handle that was not given: " + handle);
        }
        return text;
    }
}
