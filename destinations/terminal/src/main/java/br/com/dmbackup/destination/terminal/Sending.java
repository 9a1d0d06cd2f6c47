package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.archive.EncodedArchive;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.link.wire.ArchiveLine;
import br.com.dmbackup.link.wire.BlockLine;
import br.com.dmbackup.link.wire.Blocks;
import br.com.dmbackup.link.wire.Commitment;
import br.com.dmbackup.link.wire.Limits;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.link.wire.Sha256Hash;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings one archive over one connection: asks which blocks the terminal has not, sends those, and lets it make the
 * archive. Blocks are not answered singly; a question now and then tells how far they got, so that a long line is kept
 * full while little is in doubt.
 */
final class Sending {
    private static final int SYNC_BYTES = 1 << 20;
    private static final int COMMITS = 4;
    private static final Set<MessageKind> COMMIT_ANSWERS = EnumSet.of(MessageKind.WORKING, MessageKind.COMMITTED,
            MessageKind.STILL_MISSING);

    private final TerminalLine line;
    private final EncodedArchive archive;
    private final UploadLimit limit;
    private final Progress progress;
    private final Set<Sha256Hash> sent = new HashSet<>();
    private final long totalBytes;
    private long doneBytes;
    private long unsynced;
    private long sinceSync;
    private long syncs;
    private long synced;

    /** @param totalBytes of the archive, for the progress */
    Sending(TerminalLine line, EncodedArchive archive, UploadLimit limit, Progress progress, long totalBytes) {
        this.line = line;
        this.archive = archive;
        this.limit = limit;
        this.progress = progress;
        this.totalBytes = totalBytes;
    }

    /** What the terminal made of it. */
    ArchiveLine make(ArchiveName name, Instant modifiedAt) throws InterruptedException {
        for (int first = 0; first < archive.blocks(); first += Limits.HASHES) {
            int count = Math.min(Limits.HASHES, archive.blocks() - first);
            send(first, count, missing(first, count));
        }
        settle(0);
        for (int attempt = 0; attempt < COMMITS; attempt++) {
            plan(name, modifiedAt);
            Message answer = answer();
            if (answer instanceof Commitment.Committed made) {
                progress.advanced(totalBytes, totalBytes);
                return made.archive();
            }
            sendMissing((Commitment.StillMissing) answer);
        }
        throw BackupFault.of(FaultCode.DESTINATION_FAILED, line.frames().peer(), "STILL_MISSING");
    }

    private BitSet missing(int first, int count) {
        List<Sha256Hash> hashes = new ArrayList<>(count);
        for (int number = first; number < first + count; number++) {
            hashes.add(Sha256Hash.of(archive.line(number).sha256()));
        }
        return line.ask(new Blocks.Have(hashes), Blocks.Missing.class).missing();
    }

    private void send(int first, int count, BitSet missing) throws InterruptedException {
        for (int number = first; number < first + count; number++) {
            EncodedArchive.Line block = archive.line(number);
            Sha256Hash hash = Sha256Hash.of(block.sha256());
            // The same bytes may stand in a dump many times.
            if (missing.get(number - first) && sent.add(hash)) {
                send(number, block, hash);
            }
            doneBytes = Math.min(totalBytes, doneBytes + block.encodedBytes());
            if (missing.get(number - first) || (number & 0x3ff) == 0) {
                progress.advanced(doneBytes, totalBytes);
            }
        }
    }

    private void send(int number, EncodedArchive.Line block, Sha256Hash hash) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        byte[] encoded = archive.encoded(number);
        limit.take(encoded.length);
        if (unsynced + encoded.length > Limits.UNSYNCED_BYTES) {
            settle(Limits.UNSYNCED_BYTES / 2);
        }
        line.send(new Blocks.Put(hash, block.plainBytes(), block.crc32(), ByteBuffer.wrap(encoded)));
        unsynced += encoded.length;
        sinceSync += encoded.length;
        if (sinceSync >= SYNC_BYTES) {
            sync();
        }
    }

    private void sync() {
        line.send(new Blocks.Sync(++syncs));
        line.frames().flush();
        sinceSync = 0;
    }

    /** Waits until no more than that may still be in doubt. */
    private void settle(long mostBytes) {
        if (sinceSync > 0) {
            sync();
        }
        while (synced < syncs && unsynced > mostBytes) {
            Blocks.Synced answer = line.frames().receive(Blocks.Synced.class);
            synced = answer.number();
            unsynced = (syncs - synced) * SYNC_BYTES;
        }
    }

    private void plan(ArchiveName name, Instant modifiedAt) {
        line.send(new Commitment.Begin(name.value(), archive.dumpName(), modifiedAt.toEpochMilli(), archive.chunker(),
                archive.averageBytes(), archive.blocks(), ByteBuffer.wrap(archive.manifest())));
        List<BlockLine> part = new ArrayList<>();
        for (int number = 0; number < archive.blocks(); number++) {
            EncodedArchive.Line block = archive.line(number);
            part.add(new BlockLine(Sha256Hash.of(block.sha256()), block.plainBytes()));
            if (part.size() == Limits.BLOCKS || number == archive.blocks() - 1) {
                line.send(new Commitment.Part(part));
                part.clear();
            }
        }
        line.send(new Commitment.End());
        line.frames().flush();
    }

    private Message answer() {
        Message answer = line.frames().receiveOrFail(COMMIT_ANSWERS);
        while (answer instanceof Commitment.Working) {
            // A sign of life for whoever watches.
            progress.advanced(doneBytes, totalBytes);
            answer = line.frames().receiveOrFail(COMMIT_ANSWERS);
        }
        return answer;
    }

    private void sendMissing(Commitment.StillMissing first) throws InterruptedException {
        // The terminal found what it had to be wrong; all parts of the answer come before the next word of ours.
        List<Commitment.StillMissing> parts = new ArrayList<>(List.of(first));
        while (!parts.getLast().last()) {
            parts.add(line.frames().receive(Commitment.StillMissing.class));
        }
        sent.clear();
        for (Commitment.StillMissing part : parts) {
            send(part.first(), part.named(), part.missing());
        }
        settle(0);
    }
}
