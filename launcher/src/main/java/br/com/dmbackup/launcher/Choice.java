package br.com.dmbackup.launcher;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which version is started.
 *
 * @param version it is whole
 * @param onTrial whether it has still to show that it lives, and there is another one to go back to
 * @param passedOver whether another one was wanted and is not here
 */
record Choice(String version, boolean onTrial, boolean passedOver) {

    /** The wanted one unless it was given up, else the one before, the last good one, the only one there is. */
    static Optional<Choice> of(Programs programs, LaunchRecord record) {
        Optional<Current> wanted = programs.current();
        List<String> whole = programs.whole();
        Set<String> order = new LinkedHashSet<>();
        boolean wantedCounts = wanted.isPresent() && !record.gaveUp(wanted.get());
        if (wantedCounts) {
            order.add(wanted.get().version());
        }
        wanted.map(Current::previous).ifPresent(order::add);
        order.add(record.good());
        if (whole.size() == 1) {
            order.addAll(whole);
        }
        order.retainAll(whole);
        if (order.isEmpty()) {
            // Better a version that failed before than none.
            wanted.map(Current::version).filter(whole::contains).ifPresent(order::add);
        }
        return order.stream().findFirst().map(version -> new Choice(version,
                order.size() > 1 && !version.equals(record.good()) && wantedCounts
                        && version.equals(wanted.get().version()),
                wantedCounts && !version.equals(wanted.get().version())));
    }
}
