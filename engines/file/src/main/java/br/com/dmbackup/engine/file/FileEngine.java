package br.com.dmbackup.engine.file;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.engine.onefile.FileFamily;
import br.com.dmbackup.core.engine.onefile.Swap;
import br.com.dmbackup.core.engine.onefile.SwapMarker;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.core.engine.opaque.DumpReturn;
import br.com.dmbackup.core.engine.opaque.MarkedChannel;
import br.com.dmbackup.core.engine.opaque.OpaqueEngine;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The dumps of another program, as a database that can be backed up and brought back as the file it was. */
public final class FileEngine extends OpaqueEngine {
    /** The engine's word in the settings. */
    public static final String KIND = "file";

    private static final int HEAD_SHOWN = 8;

    private final DumpPlace place;
    private final Settling settling;
    private final Clock clock;
    private final Checkpoint checkpoint;

    /** @param clock names what a swap keeps; its zone is the store's */
    FileEngine(String databaseName, DumpPlace place, DumpMarks marks, Settling settling, Clock clock,
            Checkpoint checkpoint) {
        super(databaseName, place.single(), marks);
        this.place = place;
        this.settling = settling;
        this.clock = clock;
        this.checkpoint = checkpoint;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A dump that is being written is no obstacle: {@link #dump} waits for it. */
    @Override
    public ServiceStatus checkService() {
        try {
            Sight seen = place.newest();
            try (FileChannel file = open(seen)) {
                boolean beingWritten = seen.bytes() == 0 || settling.openFiles().forWriting(seen.file());
                if (!beingWritten) {
                    requireHead(seen, file);
                }
            }
            return new ServiceStatus.Ready();
        } catch (BackupFault fault) {
            return new ServiceStatus.NotReady(fault);
        } catch (IOException failed) {
            return new ServiceStatus.NotReady(
                    BackupFault.of(FaultCode.DUMP_FAILED, place.folder(), FileWords.of(failed)).causedBy(failed));
        }
    }

    @Override
    public DatabaseFacts facts() {
        Sight seen = place.newest();
        return new DatabaseFacts(String.valueOf(seen.file().getFileName()), seen.bytes());
    }

    @Override
    public Dump dump(Path stagingFolder, Progress progress) {
        Sight settled = settling.await(place);
        if (settled.bytes() == 0) {
            throw BackupFault.of(FaultCode.DUMP_INCOMPLETE, settled.file(), "0 bytes");
        }
        FileChannel file = open(settled);
        boolean begun = false;
        try {
            requireHead(settled, file);
            begun = true;
            return new LeftDump(settled, marks(), file);
        } catch (ClosedByInterruptException interrupted) {
            throw BackupFault.of(FaultCode.CANCELLED, settled.file()).causedBy(interrupted);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.DUMP_FAILED, settled.file(), FileWords.of(failed)).causedBy(failed);
        } finally {
            if (!begun) {
                close(file, settled);
            }
        }
    }

    private static FileChannel open(Sight seen) {
        try {
            return FileChannel.open(seen.file());
        } catch (IOException refused) {
            throw Sight.fault(seen.file(), refused);
        }
    }

    private static void close(FileChannel file, Sight seen) {
        try {
            file.close();
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.DUMP_FAILED, seen.file(), FileWords.of(failed)).causedBy(failed);
        }
    }

    private void requireHead(Sight seen, FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MarkedChannel.KEPT_BYTES);
        int read = file.read(bytes, 0);
        byte[] head = Arrays.copyOf(bytes.array(), Math.max(0, read));
        if (marks().contradicted(head)) {
            throw BackupFault.of(FaultCode.NOT_A_DATABASE, seen.file(), "\"" + marks().head().orElse("") + "…\"")
                    .withForeignCode(HexFormat.of().formatHex(head, 0, Math.min(HEAD_SHOWN, head.length)));
        }
    }

    @Override
    public Optional<String> swapIn(RestoredDatabase replacement) {
        Path live = requireLive();
        return new Swap(live, FileFamily.ALONE, () -> requireUnused(live), clock, checkpoint)
                .in(DumpReturn.scratchOf(replacement)).map(Path::toString);
    }

    private void requireUnused(Path live) {
        if (settling.openFiles().atAll(live)) {
            throw BackupFault.of(FaultCode.DATABASE_IN_USE, live);
        }
    }

    /** An unfinished swap is undone first: the old file takes its name again, if nothing else bears it. */
    @Override
    public List<String> dropLeftovers() {
        List<String> named = new ArrayList<>();
        place.single().ifPresent(live -> {
            try {
                new SwapMarker(live, FileFamily.ALONE).putBack().ifPresent(kept -> named.add(kept + " -> " + live));
            } catch (IOException stuck) {
                throw BackupFault.of(FaultCode.RESTORE_FAILED, live, FileWords.of(stuck)).causedBy(stuck);
            }
            named.addAll(DumpReturn.dropAbandoned(live));
        });
        return named;
    }

    @Override
    public void close() {
        // Nothing is held between the calls.
    }
}
