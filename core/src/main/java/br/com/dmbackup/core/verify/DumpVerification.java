package br.com.dmbackup.core.verify;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.engine.DumpInspector;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks into dumps that stand in files by themselves, outside of any archive. Neither home nor server is needed. */
public final class DumpVerification {
    private final List<DumpInspector> inspectors;
    private final WorkListener listener;

    public DumpVerification(List<DumpInspector> inspectors, WorkListener listener) {
        this.inspectors = List.copyOf(inspectors);
        this.listener = listener;
    }

    /**
     * Inspects a file.
     *
     * @return nothing where it is no dump that any inspector knows; an archive, most likely
     */
    public Optional<InspectedDump> ofFile(Path file) {
        byte[] head = head(file);
        Optional<DumpInspector> knowing = inspectors.stream().filter(inspector -> inspector.recognises(head))
                .findFirst();
        return knowing.map(inspector -> inspect(inspector, file));
    }

    /** What a file is by its begin, in its product's own name. */
    public Optional<String> nameOf(Path file) {
        byte[] head = head(file);
        return inspectors.stream().flatMap(inspector -> inspector.nameOf(head).stream()).findFirst();
    }

    private InspectedDump inspect(DumpInspector inspector, Path file) {
        listener.status(StatusText.VERIFYING);
        try (FileChannel channel = FileChannel.open(file)) {
            long bytes = channel.size();
            return new InspectedDump(file, bytes, inspector.inspect(channel, file.toString(), bytes, listener));
        } catch (ClosedByInterruptException stopped) {
            throw BackupFault.of(FaultCode.CANCELLED, file).causedBy(stopped);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** Empty where there is no such file: whoever looks for an archive there says so. */
    private static byte[] head(Path file) {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(DumpInspector.HEAD_BYTES);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static BackupFault unreadable(Path file, IOException cause) {
        return BackupFault.of(FaultCode.FILE_UNREADABLE, file, cause.toString()).causedBy(cause);
    }
}
