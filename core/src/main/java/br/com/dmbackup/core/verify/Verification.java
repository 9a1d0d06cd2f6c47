package br.com.dmbackup.core.verify;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.ArchiveReport;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.archive.ProvenBlocks;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.ArchiveFinder;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.StatusText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Verifies archives in full. */
public final class Verification {
    private final Installation here;
    private final WorkListener listener;

    public Verification(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /** Verifies an archive file anywhere; no home is needed for it. */
    public static VerifiedCopy ofFile(Path file, WorkListener listener) {
        listener.status(StatusText.VERIFYING);
        return read(new ArchiveCopy.InFile(file), reader -> reader.check(CheckDepth.FULL, listener));
    }

    /** Verifies every copy of one archive. */
    public List<VerifiedCopy> verify(Wanted wanted) {
        listener.status(StatusText.VERIFYING);
        new Reconciliation(here.catalog(), here.layout()).reconcile(Placement.LOCAL, here.local())
                .forEach(listener::notice);
        var proven = new ProvenBlocks();
        return new ArchiveFinder(here).find(wanted).stream().map(copy -> verify(copy, proven)).toList();
    }

    /** Verifies everything at every place; a place that is away is one result with its fault. */
    public List<VerifiedCopy> verifyAll() {
        listener.status(StatusText.VERIFYING);
        var proven = new ProvenBlocks();
        List<VerifiedCopy> results = new ArrayList<>(verifyPlace(Placement.LOCAL, here.local(), proven));
        for (Destination remote : here.remotes()) {
            results.addAll(verifyPlace(remote.name(), remote, proven));
        }
        return results;
    }

    private List<VerifiedCopy> verifyPlace(String place, Destination destination, ProvenBlocks proven) {
        try {
            List<Notice> seen = new Reconciliation(here.catalog(), here.layout()).reconcile(place, destination);
            seen.forEach(listener::notice);
        } catch (BackupFault fault) {
            return List.of(new VerifiedCopy(place, place, Optional.empty(), 0, List.of(), Optional.of(fault)));
        }
        return here.catalog().placementsAt(place).stream().filter(placement -> placement.kind() != Kind.NEWEST)
                .map(placement -> verify(new ArchiveCopy.AtPlace(destination, placement), proven)).toList();
    }

    private VerifiedCopy verify(ArchiveCopy copy, ProvenBlocks proven) {
        VerifiedCopy result = read(copy, reader -> reader.check(proven, listener));
        boolean gone = copy.placement().filter(placement -> placement.state() == State.GONE).isPresent();
        boolean told = !gone && result.fault().map(fault -> fault.code().kind() == FaultKind.INTEGRITY).orElse(true);
        if (told) {
            copy.placement().ifPresent(placement -> note(placement, result.sound()));
        }
        return result;
    }

    private static VerifiedCopy read(ArchiveCopy copy, Function<ArchiveReader, ArchiveReport> check) {
        String place = copy.placement().map(Placement::place).orElse("");
        try (ArchiveReader reader = copy.open()) {
            BackupCheck.requireNoted(reader, copy);
            ArchiveReport report = check.apply(reader);
            return new VerifiedCopy(copy.description(), place, reader.manifest(), reader.archiveBytes(),
                    report.damages(), Optional.empty());
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.CANCELLED) {
                throw fault;
            }
            return new VerifiedCopy(copy.description(), place, Optional.empty(), 0, List.of(), Optional.of(fault));
        }
    }

    /** Unless a run has put something else there meanwhile. */
    private void note(Placement placement, boolean sound) {
        if (!here.catalog().placement(placement.place(), placement.name()).equals(Optional.of(placement))) {
            return;
        }
        here.catalog().note(sound ? placement.verifiedAt(here.now()) : placement.in(State.DAMAGED));
    }
}
