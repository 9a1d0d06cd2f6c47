package br.com.dmbackup.cli.restore;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Told;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.drill.RestoreDrill;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.protocol.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drill [SLOT]}: restores a backup beside the live database, checks it, compares its rows, drops it. */
@Command(name = "drill")
public final class DrillCommand implements Verb {
    @Parameters(arity = "0..1", paramLabel = "${bundle:label.archive}", descriptionKey = "drill.archive")
    @Nullable
    String archive;

    @Override
    public ExitCode run(Session session) {
        Wanted wanted = archive == null ? new Wanted.Newest() : Wanted.parse(archive);
        try (OpenHome home = OpenHome.toChange(session, "drill")) {
            DrillRecord drill = new RestoreDrill(home.here(), session.output()).drill(wanted);
            String took = Told.duration(session, drill.duration());
            session.output().line(drill.provesDatabase()
                    ? session.texts().text("drill.passed", drill.tables(), drill.rows(), took)
                    : session.texts().text("drill.passed_bytes", took));
            session.output().result(plain(drill));
            return ExitCode.OK;
        }
    }

    private static Map<String, Object> plain(DrillRecord drill) {
        Map<String, Object> plain = new LinkedHashMap<>();
        drill.backup().ifPresent(backup -> plain.put("backup", backup.toString()));
        plain.put("passed", drill.passed());
        plain.put("proof", drill.proof().name());
        plain.put("tables", drill.tables());
        plain.put("rows", drill.rows());
        plain.put("milliseconds", drill.duration().toMillis());
        return plain;
    }
}
