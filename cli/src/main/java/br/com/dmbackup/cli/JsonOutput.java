package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Speaks to a program: one JSON object on the output, at the end, whether the command succeeded or failed. */
final class JsonOutput implements Output {
    private final PrintStream out;
    private final Messages words;
    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule().addSerializer(Path.class, new ToStringSerializer(Path.class))).build();
    private final List<Map<String, Object>> notices = new ArrayList<>();
    private @Nullable Object result;
    private @Nullable Failure failure;

    JsonOutput(Surroundings surroundings, Messages words) {
        this.out = surroundings.screen().out();
        this.words = words;
    }

    @Override
    public void status(StatusText status) {
        // Only what came of it is told.
    }

    @Override
    public void advanced(long doneBytes, long totalBytes) {
        // Only what came of it is told.
    }

    @Override
    public synchronized void notice(Notice notice) {
        notices.add(Map.of("name", notice.code().name(), "message", notice.text(words)));
    }

    @Override
    public void line(String text) {
        // For people.
    }

    @Override
    public synchronized void result(Object value) {
        result = value;
    }

    @Override
    public synchronized void failure(Failure told) {
        failure = told;
    }

    @Override
    public synchronized void shortfall(Failure told) {
        failure = told;
    }

    @Override
    public synchronized void end(ExitCode code) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("ok", code == ExitCode.OK);
        document.put("exitCode", code.number());
        if (result != null) {
            document.put("result", result);
        }
        if (failure != null) {
            document.put("fault", fault(failure));
        }
        document.put("notices", notices);
        out.println(json.writeValueAsString(document));
        out.flush();
    }

    private static Map<String, Object> fault(Failure failure) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("code", failure.number());
        fault.put("name", failure.code().name());
        fault.put("kind", failure.code().kind().name());
        fault.put("message", failure.message());
        fault.put("hint", failure.hint());
        fault.put("details", failure.details());
        failure.foreignCode().ifPresent(foreign -> fault.put("foreignCode", foreign));
        return fault;
    }
}
