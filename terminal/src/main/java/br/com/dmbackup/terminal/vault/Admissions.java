package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockAdmission;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The few places at which blocks are proven, however many servers send them: each takes 4 MiB of memory. */
final class Admissions implements AutoCloseable {
    private static final int PLACES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final BlockingQueue<BlockAdmission> free = new ArrayBlockingQueue<>(PLACES);

    Admissions() {
        for (int place = 0; place < PLACES; place++) {
            free.add(new BlockAdmission());
        }
    }

    /** The block's line; none when anything about it is not right. */
    Optional<Block> admit(Fingerprint print, ByteBuffer encoded) {
        BlockAdmission place = take();
        try {
            return place.admit(print, encoded);
        } finally {
            free.add(place);
        }
    }

    private BlockAdmission take() {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, "terminal").causedBy(e);
        }
    }

    /** Those that are at work stay until they are done. */
    @Override
    public void close() {
        List<BlockAdmission> idle = new ArrayList<>();
        free.drainTo(idle);
        idle.forEach(BlockAdmission::close);
    }
}
