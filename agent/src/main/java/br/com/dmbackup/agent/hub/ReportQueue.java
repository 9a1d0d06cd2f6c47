package br.com.dmbackup.agent.hub;

import br.com.dmbackup.protocol.hub.ReportBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports that the hub does not have yet, the oldest first: a day of minutes at most. Then every second one of the older half
 * goes, so that a long absence is told in coarser steps and its beginning stays. They are kept in a file only while the hub
 * does not take them; the disk is not waited for, since a report that a power cut takes is worth no more than that. Thread-safe.
 */
final class ReportQueue {
    static final int MOST = 1440;
    private static final Logger LOG = LoggerFactory.getLogger(ReportQueue.class);

    private final Path file;
    private final List<WaitingReport> waiting = new ArrayList<>();
    private boolean kept;

    /** Begins with what an earlier life left. */
    ReportQueue(Path file) {
        this.file = file;
        read();
    }

    private void read() {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            kept = true;
            for (String line : lines.subList(Math.max(0, lines.size() - MOST), lines.size())) {
                waiting.add(WaitingReport.parse(line));
            }
        } catch (NoSuchFileException none) {
            kept = false;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("reports that waited are lost: {}", unreadable.getClass().getSimpleName());
        }
    }

    synchronized void add(WaitingReport report) {
        if (waiting.size() >= MOST) {
            thin();
        }
        waiting.add(report);
    }

    private void thin() {
        int half = waiting.size() / 2;
        List<WaitingReport> fewer = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            if (i >= half || i % 2 == 0) {
                fewer.add(waiting.get(i));
            }
        }
        waiting.clear();
        waiting.addAll(fewer);
    }

    /** The oldest that can go together; empty where nothing waits. */
    synchronized List<WaitingReport> next() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        String stream = waiting.getFirst().stream();
        return waiting.stream().limit(ReportBatch.MOST).takeWhile(report -> report.stream().equals(stream)).toList();
    }

    /** The hub has these, or never will. */
    synchronized void done(List<WaitingReport> reports) {
        waiting.removeAll(reports);
        if (kept) {
            keep();
        }
    }

    /** Lets what waits outlive this process. */
    synchronized void keep() {
        try {
            if (waiting.isEmpty()) {
                Files.deleteIfExists(file);
                kept = false;
                return;
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh,
                    waiting.stream().map(WaitingReport::line).collect(Collectors.joining("\n", "", "\n")),
                    StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            kept = true;
        } catch (IOException unwritable) {
            LOG.warn("reports for the hub wait in memory alone: {}", unwritable.getClass().getSimpleName());
        }
    }

    synchronized int size() {
        return waiting.size();
    }
}
