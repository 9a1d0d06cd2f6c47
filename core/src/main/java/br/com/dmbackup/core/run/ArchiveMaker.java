package br.com.dmbackup.core.run;

import br.com.dmbackup.core.archive.ArchiveSummary;
import br.com.dmbackup.core.archive.ArchiveWriter;
import br.com.dmbackup.core.archive.WrittenDump;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.core.destination.StagingDestination;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.DumpOrigin;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.core.engine.StreamDump;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.DumpCheckDue;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the live database into a finished archive: one pass over the dump. A stream cannot be read again, so where its
 * archive outgrows the place, a new dump is taken for the next one.
 */
public final class ArchiveMaker {
    private final Installation here;
    private final WorkListener listener;
    private @Nullable DumpEnd end;
    private boolean checked;
    /** While a stream is written: the places that are left, should its archive outgrow this one. */
    private @Nullable List<StagingDestination> untried;

    public ArchiveMaker(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * Dumps and archives.
     *
     * @param name under which it is to stand
     * @param places where the archive may be written, in order of preference; the first with room is taken
     * @param afterwards what to do with the archive while the dump still exists
     */
    <T> T make(Purpose purpose, Instant start, ArchiveName name, List<StagingDestination> places, Use<T> afterwards) {
        DatabaseFacts facts = here.engine().facts();
        Order order = new Order(purpose, start, name, places);
        while (true) {
            try {
                return make(order, facts, afterwards);
            } catch (BackupFault fault) {
                List<StagingDestination> others = untried;
                if (fault.code() != FaultCode.OUTPUT_FULL || others == null) {
                    throw fault;
                }
                if (others.isEmpty()) {
                    throw Placing.noRoom(expectedBytes(facts.sizeBytes()), here).causedBy(fault);
                }
                order = new Order(purpose, start, name, others);
            }
        }
    }

    private <T> T make(Order order, DatabaseFacts facts, Use<T> afterwards) {
        listener.status(StatusText.DUMPING);
        reached(Step.DUMP_STARTED);
        end = null;
        checked = false;
        try (Dump dump = here.engine().dump(here.home().stagingFolder(), listener);
                MadeArchive made = archive(dump, facts, order)) {
            return afterwards.use(made, dump);
        }
    }

    /** What to do with an archive before its dump is deleted. */
    interface Use<T> {
        T use(MadeArchive made, Dump dump);
    }

    private record Order(Purpose purpose, Instant start, ArchiveName name, List<StagingDestination> places) {}

    private MadeArchive archive(Dump dump, DatabaseFacts facts, Order order) {
        return switch (dump) {
            case FileDump file -> {
                reached(Step.DUMP_WRITTEN);
                check(file, order);
                listener.status(StatusText.ARCHIVING);
                yield archiveFile(file, facts, order);
            }
            case StreamDump stream -> {
                listener.status(StatusText.DUMPING_AND_ARCHIVING);
                Placing placing = Placing.begin(order.places(), order.name(), expectedBytes(facts.sizeBytes()), here);
                untried = placing.others();
                MadeArchive made = write(dump, stream.stream(), stream.expectedBytes(), facts, order, placing);
                untried = null;
                yield made;
            }
        };
    }

    /** A file can be read again: where its archive outgrows the place, the next one is tried. */
    private MadeArchive archiveFile(FileDump dump, DatabaseFacts facts, Order order) {
        try {
            long dumpBytes = dump.bytes();
            Placing placing = Placing.begin(order.places(), order.name(), expectedBytes(dumpBytes), here);
            while (true) {
                try (ReadableByteChannel bytes = dump.open()) {
                    return write(dump, bytes, dumpBytes, facts, order, placing);
                } catch (BackupFault fault) {
                    if (fault.code() != FaultCode.OUTPUT_FULL) {
                        throw fault;
                    }
                    placing = Placing.begin(placing.others(), order.name(), dumpBytes, here);
                }
            }
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, dump.file(), FileWords.of(e)).causedBy(e);
        }
    }

    private MadeArchive write(Dump dump, ReadableByteChannel bytes, long dumpBytes, DatabaseFacts facts,
            Order order, Placing placing) {
        Staging staging = placing.staging();
        reached(Step.ARCHIVE_STARTED);
        try (NewestBase base = NewestBase.open(here)) {
            MadeArchive made;
            try (ArchiveWriter writer = ArchiveWriter.create(staging.file(), here.dumpName(),
                    LocalDateTime.ofInstant(order.start(), here.zone()), base.archive())) {
                made = write(dump, bytes, dumpBytes, facts, order, placing, writer);
            }
            return made.with(base.troubles());
        } catch (RuntimeException | Error e) {
            staging.close();
            throw e;
        }
    }

    private MadeArchive write(Dump dump, ReadableByteChannel bytes, long dumpBytes, DatabaseFacts facts, Order order,
            Placing placing, ArchiveWriter writer) {
        WrittenDump written = writer.writeDump(bytes, dumpBytes, listener);
        reached(Step.ARCHIVE_DUMP_WRITTEN);
        DumpEnd sign = endOf(dump);
        // Of several files the newest may be another one by now than when the facts were asked for.
        String version = sign.origin().map(DumpOrigin::name).orElse(facts.engineVersion());
        Manifest manifest = new Manifest(BackupId.create(order.start()), order.purpose(), here.settings().store(),
                here.engine().kind(), version, here.engine().databaseName(), here.machine().programVersion(),
                order.start(), here.now(), here.zone(), here.dumpName(), sign.madeAt(), written.dumpBytes(),
                written.dumpDigest(), checked, sign.rowCounts(), sign.facts(), Optional.of(written.traits()));
        ArchiveSummary summary = writer.finish(manifest);
        reached(Step.ARCHIVE_FINISHED);
        return new MadeArchive(order.name(), manifest, summary, written.head(), placing.place(), placing.staging(),
                List.of());
    }

    /** A dump may be asked once, an archive may need a second place. */
    private DumpEnd endOf(Dump dump) {
        if (end == null) {
            end = dump.finish();
            end.notices().forEach(listener::notice);
        }
        return end;
    }

    private void check(FileDump dump, Order order) {
        if (DumpCheckDue.at(order.start(), here.catalog().lastCheckedDump())) {
            checked = dump.check(listener);
        }
    }

    /** A tenth more than the last archive; half of the database where there is none yet. */
    private long expectedBytes(long dumpBytes) {
        return here.catalog().runs(24).stream().filter(run -> run.placed()).findFirst()
                .map(run -> run.archiveBytes() + run.archiveBytes() / 10).orElse(dumpBytes / 2);
    }

    /** Keeps the dump as {@code Backup/MCDados.bak}, where the settings want it so. */
    void keep(Dump dump) {
        if (!(dump instanceof FileDump file)
                || !here.settings().database().keepDump().orElse(here.engine().keepsDumps())) {
            return;
        }
        new KeptDump(here.home().backupFolder().resolve(here.dumpName())).take(file.file());
    }

    private void reached(Step step) {
        here.machine().checkpoint().reached(step);
    }
}
