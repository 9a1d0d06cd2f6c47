package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code terminal list}: every archive that stands here, whether the terminal runs or not. */
@Command(name = "list")
public final class TerminalListCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        TerminalSetup setup = TerminalSetup.of(session);
        try (Destination folder = new Composition(session).folder(setup.settings().folder())) {
            List<StoredArchive> archives = folder.list();
            archives.forEach(archive -> session.output().line(session.texts().text("terminal.archive",
                    archive.name().value(), archive.modifiedAt().atZone(setup.settings().zone()),
                    archive.sizeBytes())));
            if (archives.isEmpty()) {
                session.output().line(session.texts().text("terminal.empty"));
            }
            session.output().result(Map.of("folder", setup.settings().folder(), "archives",
                    archives.stream().map(TerminalListCommand::plain).toList()));
            return ExitCode.OK;
        }
    }

    private static Map<String, Object> plain(StoredArchive archive) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", archive.name().value());
        plain.put("sizeBytes", archive.sizeBytes());
        plain.put("modifiedAt", archive.modifiedAt().toString());
        return plain;
    }
}
