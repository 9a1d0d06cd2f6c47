package br.com.dmbackup.bench.resident;

import br.com.dmbackup.core.archive.ArchiveBase;
import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.ArchiveReport;
import br.com.dmbackup.core.archive.ArchiveSummary;
import br.com.dmbackup.core.archive.ArchiveWriter;
import br.com.dmbackup.core.archive.ProvenBlocks;
import br.com.dmbackup.core.archive.WrittenDump;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.destination.folder.FolderDestination;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Each stage by the calls that a run makes, with neither engine nor catalog around them. */
final class Stages {
    private static final String DUMP = "MCDados.bak";

    private final Clock clock = Clock.systemUTC();

    /** @param baseAndSeal the archive before and what its maker knew of its index, or nothing */
    String archive(Path dump, Path folder, String name, List<String> baseAndSeal) throws IOException {
        Instant start = clock.instant();
        Optional<ArchiveBase> base = Optional.empty();
        if (!baseAndSeal.isEmpty()) {
            Path file = Path.of(baseAndSeal.getFirst());
            base = Optional.of(ArchiveBase.open(FileChannel.open(file), file.toString(),
                    Optional.of(baseAndSeal.getLast())));
        }
        try (Staging staging = place(folder).stage(new ArchiveName(name), Files.size(dump) / 2)) {
            return made(dump, start, base, staging, name);
        } finally {
            base.ifPresent(ArchiveBase::close);
        }
    }

    private String made(Path dump, Instant start, Optional<ArchiveBase> base, Staging staging, String name)
            throws IOException {
        WrittenDump written;
        ArchiveSummary summary;
        BackupId id = BackupId.create(start);
        try (FileChannel bytes = FileChannel.open(dump);
                ArchiveWriter writer = ArchiveWriter.create(staging.file(), DUMP,
                        LocalDateTime.ofInstant(start, ZoneOffset.UTC), base)) {
            written = writer.writeDump(bytes, bytes.size(), Progress.NONE);
            summary = writer.finish(new Manifest(id, Manifest.Purpose.SLOT, Optional.empty(), "file", "", "MCDados", "",
                    start, clock.instant(), ZoneOffset.UTC, DUMP, Optional.empty(), written.dumpBytes(),
                    written.dumpDigest(), false, new TreeMap<>(), new TreeMap<>(), Optional.of(written.traits())));
        }
        Optional<BackupFault> trouble = base.flatMap(ArchiveBase::trouble);
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        staging.commit(BackupCheck.encoded(id, name));
        return summary.archiveBytes() + "\t" + written.traits().newBytes() + "\t" + written.traits().newEncodedBytes()
                + "\t" + summary.indexSeal();
    }

    String deliver(Path archive, Path folder, String name) throws IOException {
        BackupId id;
        try (ArchiveReader reader = open(archive)) {
            id = reader.manifest().orElseThrow().backup();
        }
        place(folder).put(new ArchiveName(name), new StandingArchive(archive), BackupCheck.encoded(id, name),
                Progress.NONE);
        return "";
    }

    String extract(Path archive, Path file) throws IOException {
        try (ArchiveReader reader = open(archive)) {
            reader.extractTo(file, Progress.NONE);
            return String.valueOf(reader.dumpBytes());
        }
    }

    String check(List<Path> archives) throws IOException {
        var proven = new ProvenBlocks();
        long bytes = 0;
        for (Path archive : archives) {
            try (ArchiveReader reader = open(archive)) {
                ArchiveReport report = reader.check(proven, Progress.NONE);
                BackupCheck.requireSound(report, archive.toString());
                bytes += reader.dumpBytes();
            }
        }
        return String.valueOf(bytes);
    }

    private static FolderDestination place(Path folder) {
        return new FolderDestination("bench", folder, Checkpoint.NONE);
    }

    private static ArchiveReader open(Path archive) throws IOException {
        return ArchiveReader.open(FileChannel.open(archive), archive.toString());
    }
}
