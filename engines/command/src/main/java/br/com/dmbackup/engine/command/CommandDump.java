package br.com.dmbackup.engine.command;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.StreamDump;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.core.engine.opaque.MarkedChannel;
import br.com.dmbackup.core.program.RunningProgram;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.TreeMap;

/** The output of a child at work. Closing ends the child and whatever it started. */
final class CommandDump implements StreamDump {
    private static final int LINES_SHOWN = 10;

    private final String databaseName;
    private final RunningProgram running;
    private final DumpMarks marks;
    private final MarkedChannel channel;

    CommandDump(String databaseName, RunningProgram running, DumpMarks marks) {
        this.databaseName = databaseName;
        this.running = running;
        this.marks = marks;
        this.channel = new MarkedChannel(running.output());
    }

    @Override
    public ReadableByteChannel stream() {
        return channel;
    }

    /** The sign: the output was read to its end, the program ended with 0, and the output bears its marks. */
    @Override
    public DumpEnd finish() {
        if (!channel.ended()) {
            throw incomplete(channel.bytes() + " bytes…");
        }
        if (running.exitCode() != 0) {
            throw failed();
        }
        if (channel.bytes() == 0) {
            throw incomplete("0 bytes");
        }
        if (marks.contradicted(channel.first())) {
            throw incomplete("\"" + marks.head().orElse("") + "…\"");
        }
        if (!marks.ends(channel.last())) {
            throw incomplete("\"…" + marks.trailer().orElse("") + "\"");
        }
        return new DumpEnd(name() + ": exit 0, " + channel.bytes() + " bytes", new TreeMap<>());
    }

    private BackupFault failed() {
        BackupFault words = running.failed();
        BackupFault fault = BackupFault.of(FaultCode.DUMP_FAILED, databaseName, name() + ": " + words.arguments()[1])
                .withDetails(lastLines()).causedBy(words);
        return words.foreignCode().map(fault::withForeignCode).orElse(fault);
    }

    /** What a program says though it ended well may tell why its output is not what it should be. */
    private BackupFault incomplete(String missingSign) {
        return BackupFault.of(FaultCode.DUMP_INCOMPLETE, databaseName, name() + ": " + missingSign)
                .withDetails(lastLines());
    }

    private List<String> lastLines() {
        List<String> lines = running.errors();
        return lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
    }

    private String name() {
        return running.program().name();
    }

    @Override
    public void close() {
        running.close();
    }
}
