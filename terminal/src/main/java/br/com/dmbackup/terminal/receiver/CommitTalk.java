package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.link.wire.BlockLine;
import br.com.dmbackup.link.wire.Commitment;
import br.com.dmbackup.link.wire.Limits;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.CommitOutcome;
import br.com.dmbackup.terminal.vault.CommitPlan;
import br.com.dmbackup.terminal.vault.PlannedBlocks;
import br.com.dmbackup.terminal.vault.StoreVault;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The making of one archive: takes the plan, lets the vault work and says that it does, tells what came of it. The vault
 * works on, to its end, when the server is gone meanwhile: then it finds the backup in its place when it comes back.
 */
record CommitTalk(TimedConnection line, StoreVault vault, SessionHost host) {
    private static final Set<MessageKind> PLAN = EnumSet.of(MessageKind.COMMIT_BLOCKS, MessageKind.COMMIT_END);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    /** How far the vault is. */
    private record Point(long done, long total) {}

    void make(Commitment.Begin begin) {
        PlannedBlocks blocks = new PlannedBlocks();
        @Nullable
        RuntimeException wrong = null;
        while (line.receive(PLAN) instanceof Commitment.Part part) {
            // A plan that is wrong is read to its end, so that the answer is the answer to it.
            try {
                if (wrong == null) {
                    add(part, blocks, begin.blocks());
                }
            } catch (BackupFault | IllegalArgumentException tooMany) {
                wrong = tooMany;
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        if (blocks.count() != begin.blocks()) {
            throw BackupFault.of(FaultCode.TERMINAL_PLAN_WRONG, blocks.count() + " / " + begin.blocks());
        }
        CommitPlan plan = new CommitPlan(new ArchiveName(begin.name()), begin.dumpName(),
                Instant.ofEpochMilli(begin.modifiedMillis()), begin.chunker(), begin.averageBytes(), blocks,
                Session.bytes(begin.manifest()));
        switch (commit(plan)) {
            case CommitOutcome.Committed made -> {
                host.committed(vault.pairing(), made.archive());
                line.answer(new Commitment.Committed(ArchiveLines.line(made.archive())));
            }
            case CommitOutcome.StillMissing missing -> tell(missing.blocks(), blocks.count());
        }
    }

    private static void add(Commitment.Part part, PlannedBlocks blocks, int announced) {
        for (BlockLine block : part.blocks()) {
            if (blocks.count() == announced) {
                throw BackupFault.of(FaultCode.TERMINAL_PLAN_WRONG, "> " + announced);
            }
            blocks.add(block.hash().bytes(), block.plainBytes());
        }
    }

    private CommitOutcome commit(CommitPlan plan) {
        AtomicReference<Point> at = new AtomicReference<>(new Point(0, 0));
        CompletableFuture<CommitOutcome> work = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("commit").start(() -> {
            try {
                work.complete(vault.commit(plan, (done, total) -> at.set(new Point(done, Math.max(0, total)))));
            } catch (Throwable e) {
                work.completeExceptionally(e);
            }
        });
        @Nullable
        BackupFault lost = null;
        while (true) {
            try {
                CommitOutcome outcome = work.get(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
                if (lost != null) {
                    throw lost;
                }
                return outcome;
            } catch (TimeoutException stillAtIt) {
                Point point = at.get();
                host.advanced(vault.pairing(), point.done(), point.total());
                lost = lost == null ? said(new Commitment.Working(point.done(), point.total())) : lost;
            } catch (InterruptedException ends) {
                Thread.currentThread().interrupt();
                throw BackupFault.of(FaultCode.CANCELLED, plan.name()).causedBy(ends);
            } catch (ExecutionException failed) {
                throw thrown(failed.getCause());
            }
        }
    }

    private @Nullable BackupFault said(Message message) {
        try {
            line.answer(message);
            return null;
        } catch (BackupFault gone) {
            return gone;
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException fault -> fault;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private void tell(BitSet missing, int count) {
        for (int first = 0; first < count; first += Limits.HASHES) {
            int named = Math.min(Limits.HASHES, count - first);
            line.send(new Commitment.StillMissing(first, named, missing.get(first, first + named),
                    first + named == count));
        }
        line.flush();
    }
}
