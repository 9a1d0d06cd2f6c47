package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code terminal restore [SLOT|NAME] --to FOLDER}: a backup out of this terminal onto a pen drive or any folder, with no
 * server, no network and no running terminal. The archive is checked in full; {@code --dump} extracts the database's own
 * file as well.
 */
@Command(name = "restore")
public final class TerminalRestoreCommand implements Verb {
    @Parameters(arity = "0..1", paramLabel = "${bundle:label.archive}", descriptionKey = "terminal.restore.archive")
    @Nullable
    String archive;

    @Option(names = "--to", required = true, paramLabel = "${bundle:label.folder}")
    @Nullable
    Path to;

    @Option(names = "--dump")
    boolean dump;

    @Override
    public ExitCode run(Session session) {
        TerminalSetup setup = TerminalSetup.of(session);
        Path folder = session.path(Objects.requireNonNull(to));
        if (!Files.isDirectory(folder)) {
            throw BackupFault.of(FaultCode.FOLDER_MISSING, folder);
        }
        Composition composition = new Composition(session);
        try (Destination here = composition.folder(setup.settings().folder());
                Destination there = composition.folder(folder)) {
            StoredArchive found = wanted(here.list());
            ArchiveName name = new ArchiveName(found.name().parts().getLast());
            if (there.list().stream().anyMatch(other -> other.name().equals(name))) {
                throw BackupFault.of(FaultCode.OUTPUT_EXISTS, folder.resolve(name.value()));
            }
            session.output().status(StatusText.VERIFYING);
            try (ArchiveReader reader = ArchiveReader.open(here.open(found.name()), found.name().value())) {
                BackupCheck.requireSound(reader.check(CheckDepth.FULL, session.output()), found.name().value());
            }
            there.put(name, new Found(here, found), BackupCheck.foreign(name.value()), session.output());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("from", found.name().value());
            result.put("archive", folder.resolve(name.value()));
            session.output().line(session.texts().text("terminal.restored", found.name().value(),
                    folder.resolve(name.value()), found.sizeBytes()));
            extracted(session, there, name, folder).ifPresent(file -> result.put("dump", file));
            session.output().result(result);
            return ExitCode.OK;
        }
    }

    private Optional<Path> extracted(Session session, Destination there, ArchiveName name, Path folder) {
        if (!dump) {
            return Optional.empty();
        }
        session.output().status(StatusText.READING_ARCHIVE);
        try (ArchiveReader reader = ArchiveReader.open(there.open(name), name.value())) {
            Path file = folder.resolve(reader.dumpName());
            reader.extractTo(file, session.output());
            session.output().line(session.texts().text("archive.extracted", file, reader.dumpBytes()));
            return Optional.of(file);
        }
    }

    /** The name as {@code terminal list} shows it, a slot of the first server, or without a word the newest. */
    private StoredArchive wanted(List<StoredArchive> all) {
        String word = archive;
        if (word == null) {
            return all.stream().max(Comparator.comparing(StoredArchive::modifiedAt))
                    .orElseThrow(() -> BackupFault.of(FaultCode.SLOT_EMPTY, "00h–23h"));
        }
        Optional<Slot> slot = Slot.parse(word);
        return all.stream()
                .filter(stored -> stored.name().value().equals(word) || (slot.isPresent()
                        && stored.name().parts().getFirst().equals(slot.get().folderName())))
                .findFirst().orElseThrow(() -> slot.isPresent()
                        ? BackupFault.of(FaultCode.SLOT_EMPTY, word)
                        : BackupFault.of(FaultCode.ARCHIVE_MISSING, word));
    }

    private record Found(Destination place, StoredArchive stored) implements ArchiveSource {
        @Override
        public long sizeBytes() {
            return stored.sizeBytes();
        }

        @Override
        public Instant modifiedAt() {
            return stored.modifiedAt();
        }

        @Override
        public SeekableByteChannel open() {
            return place.open(stored.name());
        }
    }
}
