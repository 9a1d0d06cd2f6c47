package br.com.dmbackup.cli.catalog;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Told;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.rebuild.CatalogRebuild;
import br.com.dmbackup.core.rebuild.RebuiltPlace;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.StatusText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code catalog rebuild}: the catalog anew from the archives. */
@Command(name = "rebuild")
public final class RebuildCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        try (OpenHome open = OpenHome.toChange(session, "catalog rebuild")) {
            session.output().status(StatusText.READING_ARCHIVE);
            List<RebuiltPlace> places = new CatalogRebuild(open.here(), session.output()).rebuild();
            for (RebuiltPlace place : places) {
                session.output().line(place.fault()
                        .map(fault -> session.texts().text("catalog.unreached", Told.place(session, place.place()),
                                fault.text(session.words())))
                        .orElseGet(() -> session.texts().text("catalog.rebuilt", Told.place(session, place.place()),
                                place.backups(),
                                place.foreign(), place.damaged())));
            }
            session.output().result(Map.of("places", places.stream().map(place -> result(session, place)).toList()));
            return exitCode(places);
        }
    }

    /** Damaged archives were told; only a place that could not be looked at leaves the work undone. */
    private static ExitCode exitCode(List<RebuiltPlace> places) {
        List<ExitCode> codes = new ArrayList<>();
        places.forEach(place -> place.fault().ifPresent(fault -> codes.add(fault.code().exitCode())));
        return codes.isEmpty() ? ExitCode.OK : codes.getFirst();
    }

    private static Map<String, Object> result(Session session, RebuiltPlace place) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("place", place.place());
        result.put("backups", place.backups());
        result.put("foreign", place.foreign());
        result.put("damaged", place.damaged());
        place.fault().ifPresent(fault -> result.put("fault", fault.text(session.words())));
        return result;
    }
}
