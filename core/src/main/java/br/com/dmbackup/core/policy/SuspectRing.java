package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.StoredArchive;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The three places beside the slots where suspicious backups are kept: {@code suspeito/1/MCDados.zip} to 3. */
public final class SuspectRing {
    private static final int PLACES = 3;

    private SuspectRing() {}

    /** All places of the ring. */
    public static List<ArchiveName> places(String database) {
        return IntStream.rangeClosed(1, PLACES)
                .mapToObj(place -> new ArchiveName("suspeito/" + place + "/" + database + ".zip")).toList();
    }

    /** Where the next one goes: the first free place, else the one that has been taken for longest. */
    public static ArchiveName next(String database, Collection<StoredArchive> stored) {
        Map<ArchiveName, StoredArchive> taken = stored.stream()
                .collect(Collectors.toMap(StoredArchive::name, Function.identity()));
        return places(database).stream().filter(place -> !taken.containsKey(place)).findFirst()
                .orElseGet(() -> places(database).stream().map(taken::get)
                        .min(Comparator.comparing(StoredArchive::modifiedAt)).orElseThrow().name());
    }
}
