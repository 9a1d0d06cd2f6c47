package br.com.dmbackup.cli.archive;

import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.archive.ArchiveBase;
import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.ArchiveReport;
import br.com.dmbackup.core.archive.ArchiveSummary;
import br.com.dmbackup.core.archive.ArchiveWriter;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.archive.WrittenDump;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.StatusText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code archive create FILE --to OUT.zip [--base PREVIOUS.zip]}: any file as an archive, made and checked as a backup's
 * is; blocks that the previous archive has are taken from it, each of them inflated and compared with the file first.
 */
@Command(name = "create")
public final class CreateCommand implements Verb {
    @Parameters(paramLabel = "${bundle:label.file}", descriptionKey = "archive.create.file")
    @Nullable
    Path file;

    @Option(names = "--to", required = true, paramLabel = "${bundle:label.zip}")
    @Nullable
    Path to;

    @Option(names = "--base", paramLabel = "${bundle:label.zip}")
    @Nullable
    Path base;

    @Option(names = "--name", paramLabel = "${bundle:label.name}")
    @Nullable
    String name;

    @Override
    public ExitCode run(Session session) {
        Path source = session.path(Objects.requireNonNull(file));
        Path target = session.path(Objects.requireNonNull(to));
        Path half = target.resolveSibling(target.getFileName() + ".parcial");
        String dumpName = name == null ? String.valueOf(source.getFileName()) : name;
        if (name != null && !SafeName.isSafe(name)) {
            throw BackupFault.of(FaultCode.USAGE, session.words().text("settings.name", dumpName));
        }
        if (!Files.isRegularFile(source)) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, source,
                    Phrase.of(Files.isDirectory(source) ? "file.is_folder" : "file.missing"));
        }
        if (Files.exists(target)) {
            throw BackupFault.of(FaultCode.OUTPUT_EXISTS, target);
        }
        try {
            Files.deleteIfExists(half);
            Made made = write(session, source, half, dumpName);
            check(session, half);
            Files.move(half, target);
            tell(session, target, made);
            return ExitCode.OK;
        } catch (FileAlreadyExistsException e) {
            throw BackupFault.of(FaultCode.OUTPUT_EXISTS, target).causedBy(e);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, target, FileWords.of(e)).causedBy(e);
        } finally {
            remove(half);
        }
    }

    private Made write(Session session, Path source, Path half, String dumpName) {
        Instant start = session.surroundings().clock().instant();
        LocalDateTime local = LocalDateTime.ofInstant(start, Settings.DEFAULT_ZONE);
        Optional<ArchiveBase> known = base == null ? Optional.empty() : openBase(session, session.path(base));
        session.output().status(StatusText.ARCHIVING);
        try (FileChannel dump = open(source);
                ArchiveWriter writer = ArchiveWriter.create(half, dumpName, local, known)) {
            WrittenDump written = writer.writeDump(dump, dump.size(), session.output());
            ArchiveSummary summary = writer.finish(new Manifest(BackupId.create(start), Manifest.Purpose.FILE,
                    Optional.empty(), "file", "", stem(dumpName), ProgramVersion.text(), start,
                    session.surroundings().clock().instant(), Settings.DEFAULT_ZONE, dumpName, Optional.empty(),
                    written.dumpBytes(), written.dumpDigest(), false, new TreeMap<>(), new TreeMap<>(),
                    Optional.of(written.traits())));
            known.flatMap(ArchiveBase::trouble).ifPresent(trouble -> unusable(session, trouble));
            return new Made(summary, written.traits());
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, source, FileWords.of(e)).causedBy(e);
        } finally {
            known.ifPresent(ArchiveBase::close);
        }
    }

    private record Made(ArchiveSummary summary, DumpTraits traits) {}

    /** One that cannot be used costs time, nothing else. */
    private static Optional<ArchiveBase> openBase(Session session, Path file) {
        try {
            return Optional.of(ArchiveBase.open(open(file), file.toString(), Optional.empty()));
        } catch (BackupFault fault) {
            unusable(session, fault);
            return Optional.empty();
        }
    }

    private static void unusable(Session session, BackupFault why) {
        Phrase words = why::text;
        session.output().notice(Notice.of(NoticeCode.BASE_UNUSABLE, words));
    }

    private static void tell(Session session, Path target, Made made) {
        ArchiveSummary summary = made.summary();
        DumpTraits traits = made.traits();
        long reused = summary.dumpBytes() - traits.newBytes();
        session.output().line(session.texts().text("archive.created", target, summary.archiveBytes(),
                summary.dumpBytes()));
        if (traits.based()) {
            session.output().line(session.texts().text("archive.reused", reused, traits.newBytes(),
                    traits.newEncodedBytes()));
        }
        session.output().result(new Created(target, summary.archiveBytes(), summary.dumpBytes(), reused,
                traits.newBytes(), traits.newEncodedBytes()));
    }

    private static FileChannel open(Path source) {
        try {
            return FileChannel.open(source);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, source, FileWords.of(e)).causedBy(e);
        }
    }

    private static void check(Session session, Path half) throws IOException {
        session.output().status(StatusText.CHECKING_ARCHIVE);
        try (ArchiveReader reader = ArchiveReader.open(FileChannel.open(half), half.toString())) {
            ArchiveReport report = reader.check(CheckDepth.ENCODED, session.output());
            if (!report.sound()) {
                throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, half, report.damages().getFirst().words());
            }
        }
    }

    private static void remove(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(CreateCommand.class).warn("{} stays", half, e);
        }
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** What a program is told. */
    record Created(Path archive, long archiveBytes, long dumpBytes, long reusedBytes, long newBytes,
            long newEncodedBytes) {}
}
