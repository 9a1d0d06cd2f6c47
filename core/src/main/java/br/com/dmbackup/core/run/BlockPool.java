package br.com.dmbackup.core.run;

import br.com.dmbackup.core.archive.ArchiveBase;
import br.com.dmbackup.core.archive.Strengthening;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest archive's blocks, compressed more strongly in idle time for the next archive to take. One file in the state
 * folder, of use until the next backup and without harm when it is lost: it holds nothing that is not in the slot.
 */
public final class BlockPool {
    private static final Logger LOG = LoggerFactory.getLogger(BlockPool.class);
    /** Less than this share of a dump is not worth writing all its blocks once more. */
    private static final int WORTH = 10;
    /** So many backups must have gone by: what stays the same over them is cold, and a new home has other things to do. */
    private static final int FEWEST_BACKUPS = 3;
    /** Beside the pool the next archives must find room. */
    private static final int ARCHIVES_OF_ROOM = 4;

    private final Installation here;
    private final Path file;

    public BlockPool(Installation here) {
        this.here = here;
        this.file = here.home().stateFolder().resolve("pool.zip");
    }

    /** The pool, if it is that backup's; one of another backup is dropped. */
    Optional<ArchiveBase> of(BackupId backup) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ArchiveBase pool = ArchiveBase.open(FileChannel.open(file), file.toString(), Optional.empty());
            if (pool.manifest().filter(manifest -> manifest.backup().equals(backup)).isPresent()) {
                return Optional.of(pool);
            }
            pool.close();
        } catch (BackupFault | IOException e) {
            LOG.info("{} cannot be used", file, e);
        }
        drop();
        return Optional.empty();
    }

    /**
     * Makes the pool of the newest archive, where that is worth it and there is room. Needs no lock of the home.
     *
     * @param stop asked every few milliseconds
     * @return whether there is a new one
     * @throws BackupFault {@code CANCELLED} when stopped
     */
    public boolean fill(BooleanSupplier stop, Progress progress) {
        Optional<Placement> newest = NewestBase.slots(here).findFirst();
        if (newest.isEmpty() || here.catalog().placedBackups().size() < FEWEST_BACKUPS
                || newest.get().backup().flatMap(this::present).isPresent()) {
            return false;
        }
        Path unfinished = file.resolveSibling("pool.zip.new");
        Placement slot = newest.get();
        try (ArchiveBase archive = ArchiveBase.open(here.local().open(slot.name()), slot.name().value(),
                slot.backup().flatMap(here.catalog()::indexSeal))) {
            var strengthening = new Strengthening(archive);
            if (!worthIt(archive, strengthening) || !room(slot)) {
                return false;
            }
            Files.deleteIfExists(unfinished);
            strengthening.write(unfinished, LocalDateTime.ofInstant(here.now(), here.zone()), stop, progress);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, file, FileWords.of(e)).causedBy(e);
        }
    }

    private Optional<BackupId> present(BackupId backup) {
        return of(backup).map(pool -> {
            pool.close();
            return backup;
        });
    }

    private static boolean worthIt(ArchiveBase archive, Strengthening strengthening) {
        return archive.manifest()
                .filter(manifest -> strengthening.weakBytes() > manifest.dumpBytes() / WORTH).isPresent();
    }

    private boolean room(Placement slot) throws IOException {
        long free = Files.getFileStore(file.getParent()).getUsableSpace();
        return free / ARCHIVES_OF_ROOM > slot.sizeBytes();
    }

    private void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("{} cannot be removed", file, e);
        }
    }
}
