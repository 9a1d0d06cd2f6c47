package br.com.dmbackup.cli.archive;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archive extract IN.zip --to FILE}: the dump out of any archive, every block checked. */
@Command(name = "extract")
public final class ExtractCommand implements Verb {
    @Parameters(paramLabel = "${bundle:label.zip}", descriptionKey = "archive.extract.zip")
    @Nullable
    Path archive;

    @Option(names = "--to", required = true, paramLabel = "${bundle:label.file}")
    @Nullable
    Path to;

    @Override
    public ExitCode run(Session session) {
        Path source = session.path(Objects.requireNonNull(archive));
        Path target = session.path(Objects.requireNonNull(to));
        if (Files.exists(target)) {
            throw BackupFault.of(FaultCode.OUTPUT_EXISTS, target);
        }
        session.output().status(StatusText.READING_ARCHIVE);
        try (ArchiveReader reader = ArchiveReader.open(open(source), source.toString())) {
            reader.extractTo(target, session.output());
            session.output().line(session.texts().text("archive.extracted", target, reader.dumpBytes()));
            session.output().result(new Extracted(target, reader.dumpName(), reader.dumpBytes()));
        }
        return ExitCode.OK;
    }

    private static FileChannel open(Path source) {
        if (!Files.exists(source)) {
            throw BackupFault.of(FaultCode.ARCHIVE_MISSING, source);
        }
        if (!Files.isRegularFile(source)) {
            throw BackupFault.of(FaultCode.NOT_AN_ARCHIVE, source);
        }
        try {
            return FileChannel.open(source);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, source, FileWords.of(e)).causedBy(e);
        }
    }

    /** What a program is told. */
    record Extracted(Path file, String dumpName, long dumpBytes) {}
}
