package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.program.RunningProgram;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code pg_restore} that turns a dump into SQL for nobody, and so must read it to its end. ({@code pg_restore -l}
 * reads the table of contents alone and finds nothing wrong with a dump that ends in the middle of its data.)
 */
final class DumpProof implements AutoCloseable {
    private final RunningProgram reader;

    private DumpProof(RunningProgram reader) {
        this.reader = reader;
    }

    /** Of a stream, which goes to {@link #witness}. */
    static DumpProof ofStream(Tools tools) {
        return new DumpProof(ToolAccess.local(command(tools)).startFed());
    }

    /** Reads a finished file. */
    static void of(Path dump, Tools tools, String target) {
        List<String> command = new java.util.ArrayList<>(command(tools));
        command.add(dump.toString());
        try (DumpProof proof = new DumpProof(ToolAccess.local(command).start())) {
            proof.require(target, FaultCode.RESTORED_DATABASE_DAMAGED);
        }
    }

    private static List<String> command(Tools tools) {
        return List.of(tools.restore(), "--file=" + tools.nowhere());
    }

    /** Where the stream's bytes go. */
    OutputStream witness() {
        return reader.input();
    }

    /** The number of the child, for whoever watches it. */
    long processId() {
        return reader.processId();
    }

    /** Waits until it has read everything, and sees that it found nothing wrong. */
    void require(String database, FaultCode otherwise) {
        reader.discardOutput();
        if (reader.exitCode() != 0) {
            throw fault(database, otherwise);
        }
    }

    BackupFault fault(String database, FaultCode otherwise) {
        return BackupFault.of(otherwise, database, ToolFaults.words(reader))
                .withForeignCode("pg_restore: exit " + reader.exitCode());
    }

    /** Whether these are the first bytes of any dump in custom format. */
    static boolean recognises(byte[] head) {
        byte[] magic = {'P', 'G', 'D', 'M', 'P'};
        return head.length >= magic.length && java.util.Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    static boolean recognises(Path dump) throws IOException {
        try (var in = Files.newInputStream(dump)) {
            return recognises(in.readNBytes(8));
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
