package br.com.dmbackup.agent.hub;

import br.com.dmbackup.agent.json.RecordText;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlaceStatus;
import br.com.dmbackup.protocol.api.Trouble;
import br.com.dmbackup.protocol.hub.StoreReport;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** Makes reports of how the store stands: numbers and codes, no sentence and no name. One count for each life of an agent. */
final class Reports {
    private static final int STREAM_BYTES = 16;
    private static final int MOST_PLACES = 16;
    private static final int MOST_FAULTS = 32;

    private final String stream;
    private long last;

    Reports(SecureRandom random) {
        byte[] bytes = new byte[STREAM_BYTES];
        random.nextBytes(bytes);
        stream = HexFormat.of().formatHex(bytes);
    }

    WaitingReport of(AgentStatus status, String engine, Instant now, boolean ends) {
        StoreReport report = new StoreReport(++last, now, status.light(), status.activity().status(),
                status.programVersion(), engine, status.lastBackup().map(Reports::success), status.nextDue(),
                status.places().stream().limit(MOST_PLACES).map(Reports::place).toList(),
                status.lastDrill().map(Reports::drill),
                status.troubles().stream().map(Trouble::name).distinct().limit(MOST_FAULTS).toList(),
                status.localOnly(), ends);
        return new WaitingReport(stream, last, RecordText.text(report));
    }

    private static StoreReport.LastSuccess success(LastBackup backup) {
        return new StoreReport.LastSuccess(backup.startedAt(), backup.seconds(), backup.dumpBytes(),
                backup.archiveBytes());
    }

    private static StoreReport.Place place(PlaceStatus place) {
        return new StoreReport.Place(place.slots(), place.owed(), place.owedSince());
    }

    private static StoreReport.Drill drill(LastDrill drill) {
        return new StoreReport.Drill(drill.at(), drill.passed(), drill.proof());
    }
}
