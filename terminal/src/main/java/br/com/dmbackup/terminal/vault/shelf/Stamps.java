package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.terminal.vault.protection.Arrivals;
import br.com.dmbackup.terminal.vault.protection.Arrivals.Arrival;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * When the archives in slots and in the ring were accepted, which archives this terminal made, by the seals of their
 * indexes, and what came in the last day: a small file that may be lost.
 *
 * <p>An archive's stamp is found by where it stands <em>and</em> its seal: whoever sends the same bytes a second time, for
 * another hour, must not make the first ones younger.
 *
 * <p>Not thread-safe.
 */
public final class Stamps {
    private static final int FIELDS = 4;

    private final Path file;
    private final Map<Standing, Long> acceptedAt = new HashMap<>();
    private final Set<String> made = new TreeSet<>();
    private final Arrivals arrivals;

    /** What is stamped: an archive of that index under that name. */
    record Standing(String name, String seal) {
        Standing(ArchiveName name, String seal) {
            this(name.value(), seal);
        }
    }

    private Stamps(Path file, List<Arrival> before) {
        this.file = file;
        this.arrivals = new Arrivals(before);
    }

    /** Reads the file; one that is not there or not right is as good as an empty one. */
    public static Stamps open(Path file) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        Map<Standing, Long> accepted = new HashMap<>();
        Set<String> made = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] words = line.split(" ", FIELDS);
                switch (words[0] + words.length) {
                    case "arrived3" -> arrivals.add(new Arrival(Long.parseLong(words[1]), Long.parseLong(words[2])));
                    case "accepted4" -> accepted.put(new Standing(words[3], words[2]), Long.parseLong(words[1]));
                    case "made2" -> made.add(words[1]);
                    default -> throw new NumberFormatException(line);
                }
            }
        } catch (NoSuchFileException | NumberFormatException | MalformedInputException lost) {
            return new Stamps(file, List.of());
        }
        var stamps = new Stamps(file, arrivals);
        stamps.acceptedAt.putAll(accepted);
        stamps.made.addAll(made);
        return stamps;
    }

    /** None for an archive that is not known. */
    OptionalLong acceptedAt(Standing standing) {
        Long minute = acceptedAt.get(standing);
        return minute == null ? OptionalLong.empty() : OptionalLong.of(minute);
    }

    /** Whether this terminal wrote an archive of that index. */
    public boolean madeHere(String seal) {
        return made.contains(seal);
    }

    /** The highest minute in it at which something came; stamps of a burst may be ahead of the time. */
    public long highest() {
        return arrivals.remembered().stream().mapToLong(Arrival::minute).max().orElse(0);
    }

    LongStream minutes() {
        return acceptedAt.values().stream().mapToLong(Long::longValue);
    }

    public Arrivals arrivals() {
        return arrivals;
    }

    /** Notes when an archive was accepted; the same one a second time is as young as the second. */
    void note(Standing standing, long minute) {
        acceptedAt.merge(standing, minute, Math::max);
    }

    /** Notes that this terminal writes an archive of that index. */
    void made(String seal) {
        made.add(seal);
    }

    /** Writes what concerns these, and what came. */
    void write(Set<Standing> standing, Set<String> seals) throws IOException {
        acceptedAt.keySet().retainAll(standing);
        made.retainAll(seals);
        var text = new StringBuilder();
        acceptedAt.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry -> text.append("accepted ").append(entry.getValue()).append(' ')
                        .append(entry.getKey().seal()).append(' ').append(entry.getKey().name()).append('\n'));
        made.forEach(seal -> text.append("made ").append(seal).append('\n'));
        arrivals.remembered().forEach(arrival -> text.append("arrived ").append(arrival.minute()).append(' ')
                .append(arrival.bytes()).append('\n'));
        DurableFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
