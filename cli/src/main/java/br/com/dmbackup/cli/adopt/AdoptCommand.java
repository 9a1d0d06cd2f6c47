package br.com.dmbackup.cli.adopt;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.adopt.AdoptedArchive;
import br.com.dmbackup.core.adopt.Adoption;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code adopt FOLDER}: takes in the archives of another program. */
@Command(name = "adopt")
public final class AdoptCommand implements Verb {
    @Parameters(paramLabel = "${bundle:label.folder}", descriptionKey = "adopt.folder")
    @Nullable
    Path folder;

    @Override
    public ExitCode run(Session session) {
        Path source = session.path(Objects.requireNonNull(folder));
        if (!Files.isDirectory(source)) {
            throw Files.exists(source)
                    ? BackupFault.of(FaultCode.NOT_A_FOLDER, source)
                    : BackupFault.of(FaultCode.FILE_UNREADABLE, source, session.texts().text("adopt.no_folder"));
        }
        try (OpenHome open = OpenHome.toChange(session, "adopt")) {
            List<AdoptedArchive> archives = new Adoption(open.here(), session.output()).adopt(source);
            archives.forEach(archive -> session.output().line(line(session, archive)));
            session.output().result(Map.of("archives",
                    archives.stream().map(archive -> result(session, archive)).toList()));
            return archives.stream().flatMap(archive -> archive.fault().stream()).findFirst()
                    .map(fault -> fault.code().exitCode()).orElse(ExitCode.OK);
        }
    }

    private static String line(Session session, AdoptedArchive archive) {
        return archive.fault()
                .map(fault -> session.texts().text("adopt.refused", archive.found(), fault.text(session.words())))
                .orElseGet(() -> session.texts().text("adopt.kept", archive.found(),
                        archive.kept().map(Object::toString).orElse(""), archive.dumpBytes()));
    }

    private static Map<String, Object> result(Session session, AdoptedArchive archive) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("found", archive.found().value());
        archive.kept().ifPresent(kept -> result.put("kept", kept.value()));
        result.put("dumpBytes", archive.dumpBytes());
        archive.fault().ifPresent(fault -> result.put("fault", fault.text(session.words())));
        return result;
    }
}
