package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the launcher found out about versions, in {@code state/launcher/record} of the home, or the folder of its {@link Role}. Empty texts stand for
 * nothing.
 *
 * @param running the version that was started last
 * @param good the version that was last seen to live well
 * @param goodSince when that was found, ISO 8601
 * @param failed the version that did not come up, after which the launcher went back
 * @param failedInstalled {@link Current#installed()} of that one
 * @param failedAt when it was given up, ISO 8601
 * @param why {@code DIED}, {@code NO_PULSE} or {@code MISSING}
 * @param deaths when a child died or had to be killed, in the last hour before the latest: ISO 8601, with blanks between
 */
public record LaunchRecord(String running, String good, String goodSince, String failed, String failedInstalled,
        String failedAt, String why, String deaths) {

    /** Of a launcher that has seen nothing yet. */
    public static final LaunchRecord BLANK = new LaunchRecord("", "", "", "", "", "", "", "");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_DEATHS = 120;

    /** Why a version was given up. */
    enum Why {
        DIED, NO_PULSE, MISSING
    }

    /** Of this home's agent; blank where there is none or it cannot be read. */
    public static LaunchRecord read(Path home) {
        return read(home, Role.AGENT);
    }

    /** Of this home's program of that role; blank where there is none or it cannot be read. */
    public static LaunchRecord read(Path home, Role role) {
        Map<String, String> lines = Lines.read(file(home, role));
        return new LaunchRecord(version(lines, "running"), version(lines, "good"),
                lines.getOrDefault("good-since", ""), version(lines, "failed"),
                lines.getOrDefault("failed-installed", ""), lines.getOrDefault("failed-at", ""),
                lines.getOrDefault("why", ""), lines.getOrDefault("deaths", ""));
    }

    void write(Path home, Role role) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("running", running);
        lines.put("good", good);
        lines.put("good-since", goodSince);
        lines.put("failed", failed);
        lines.put("failed-installed", failedInstalled);
        lines.put("failed-at", failedAt);
        lines.put("why", why);
        lines.put("deaths", deaths);
        Files.createDirectories(role.folder(home));
        Lines.write(file(home, role), lines);
    }

    /** Whether exactly this installation of that version was given up. */
    public boolean gaveUp(Current wanted) {
        return failed.equals(wanted.version()) && failedInstalled.equals(wanted.installed());
    }

    LaunchRecord running(String version) {
        return new LaunchRecord(version, good, goodSince, failed, failedInstalled, failedAt, why, deaths);
    }

    LaunchRecord good(String version, String now) {
        boolean mended = failed.equals(version);
        return new LaunchRecord(running, version, now, mended ? "" : failed, mended ? "" : failedInstalled,
                mended ? "" : failedAt, mended ? "" : why, deaths);
    }

    LaunchRecord failed(Current wanted, Why reason, String now) {
        return new LaunchRecord(running, good, goodSince, wanted.version(), wanted.installed(), now, reason.name(),
                deaths);
    }

    LaunchRecord died(Instant now) {
        Stream<String> last = Stream.concat(deathsAfter(now.minus(HOUR)).stream(), Stream.of(now))
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString());
        List<String> kept = last.toList();
        return new LaunchRecord(running, good, goodSince, failed, failedInstalled, failedAt, why,
                String.join(" ", kept.subList(Math.max(0, kept.size() - MOST_DEATHS), kept.size())));
    }

    /** How often a child died or had to be killed in the hour before. */
    public int deathsInTheHourBefore(Instant now) {
        return deathsAfter(now.minus(HOUR)).size();
    }

    private List<Instant> deathsAfter(Instant begin) {
        List<Instant> found = new ArrayList<>();
        for (String at : deaths.strip().split(" +", -1)) {
            moment(at).filter(death -> death.isAfter(begin)).ifPresent(found::add);
        }
        return found;
    }

    /** One that cannot be read is not counted. */
    private static Optional<Instant> moment(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private static Path file(Path home, Role role) {
        return role.folder(home).resolve("record");
    }

    private static String version(Map<String, String> lines, String key) {
        String version = lines.getOrDefault(key, "");
        return Programs.named(version) ? version : "";
    }
}
