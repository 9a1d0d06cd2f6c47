package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.SupportCode;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.link.wire.Blocks;
import br.com.dmbackup.link.wire.Commitment;
import br.com.dmbackup.link.wire.Failure;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.KeptSettings;
import br.com.dmbackup.link.wire.Limits;
import br.com.dmbackup.link.wire.Listing;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.link.wire.Reading;
import br.com.dmbackup.link.wire.Room;
import br.com.dmbackup.link.wire.Sha256Hash;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.RoomNeed;
import br.com.dmbackup.terminal.vault.SealedSettings;
import br.com.dmbackup.terminal.vault.StoreVault;
import br.com.dmbackup.terminal.vault.VaultArchive;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation with one paired server: answers its questions, in order, from its own archives. What cannot be done is
 * answered with a fault, and the conversation goes on; it ends with the connection.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final TimedConnection line;
    private final StoreVault vault;
    private final SessionHost host;
    private final PlanTurns turns;
    /** Blocks are not answered singly: what went wrong with one is the answer to the question that follows. */
    private @Nullable BackupFault blockFault;
    private long blockBytes;

    Session(TimedConnection line, StoreVault vault, SessionHost host, PlanTurns turns) {
        this.line = line;
        this.vault = vault;
        this.host = host;
        this.turns = turns;
    }

    /** Until the server is done or the connection ends. */
    void run(Greeting.Hello hello) {
        LOG.info("{} connected, version {}", vault.pairing().storeName(), hello.programVersion());
        host.heard(vault.pairing());
        welcome();
        try (OpenArchives open = new OpenArchives(vault)) {
            Optional<Message> question = line.receiveOrEnd(MessageKind.QUESTIONS);
            while (question.isPresent() && !(question.get() instanceof Greeting.Goodbye)) {
                answered(question.get(), open);
                question = line.receiveOrEnd(MessageKind.QUESTIONS);
            }
        } finally {
            host.advanced(vault.pairing(), 0, 0);
        }
    }

    private void welcome() {
        Space space = vault.space();
        line.answer(new Greeting.Welcome(Greeting.PROTOCOL_VERSION, host.name(), host.programVersion(),
                host.clock().millis(), space.freeBytes(), space.totalBytes(), Optional.empty()));
    }

    private void answered(Message question, OpenArchives open) {
        try {
            if (blockFault != null && !(question instanceof Blocks.Put)) {
                BackupFault fault = blockFault;
                blockFault = null;
                throw fault;
            }
            answer(question, open);
        } catch (BackupFault fault) {
            if (fault.code().name().startsWith("LINK_")) {
                throw fault;
            }
            LOG.warn("{}: {}", question.kind(), fault.getMessage());
            if (question instanceof Blocks.Put) {
                blockFault = fault;
            } else {
                line.answer(Failure.of(fault));
            }
        } catch (IllegalArgumentException notUnderstood) {
            LOG.warn("{}", question.kind(), notUnderstood);
            line.answer(Failure.of(BackupFault.of(FaultCode.TERMINAL_PLAN_WRONG,
                    String.valueOf(notUnderstood.getMessage()))));
        } catch (RuntimeException defect) {
            LOG.error("{}", question.kind(), defect);
            line.answer(Failure.of(BackupFault.of(FaultCode.INTERNAL, SupportCode.of(defect))));
            throw defect;
        }
    }

    private void answer(Message question, OpenArchives open) {
        switch (question) {
            case Listing.Ask ask -> new ArchiveLines(vault).send(line);
            case Room.Ask ask -> {
                Space space = vault.space();
                RoomNeed need = host.roomNeed(vault.pairing());
                line.answer(new Room.Is(space.freeBytes(), space.totalBytes(), VaultArchive.usedBytes(vault.list()),
                        need.totalBytes(), need.slots(), need.asides(), need.dailies()));
            }
            case Blocks.Have have -> {
                List<byte[]> hashes = have.hashes().stream().map(Sha256Hash::bytes).toList();
                line.answer(new Blocks.Missing(hashes.size(), vault.missing(hashes)));
            }
            case Blocks.Put block -> put(block);
            case Blocks.Sync sync -> line.answer(new Blocks.Synced(sync.number()));
            case Commitment.Begin begin -> {
                try (PlanTurns.Turn _ = turns.take(vault.pairing().pin())) {
                    new CommitTalk(line, vault, host).make(begin);
                }
            }
            case Reading.Open asked -> line.answer(open.open(asked.name()));
            case Reading.Read asked -> line.answer(open.read(asked));
            case Reading.Close asked -> open.close(asked.handle());
            case KeptSettings.Keep keep -> {
                vault.keepSettings(bytes(keep.sealed()));
                line.answer(new KeptSettings.Kept());
            }
            case KeptSettings.Ask ask -> line.answer(kept(vault.settings()));
            default -> throw BackupFault.of(FaultCode.LINK_GARBLED, line.peer(), question.kind().name());
        }
    }

    private void put(Blocks.Put block) {
        if (blockFault == null) {
            vault.put(block.hash().bytes(), block.plainBytes(), block.crc32(), block.encoded());
            blockBytes += block.encoded().remaining();
            host.advanced(vault.pairing(), blockBytes, 0);
        }
    }

    private static KeptSettings.Are kept(Optional<SealedSettings> settings) {
        return settings.map(kept -> new KeptSettings.Are(kept.keptAt().toEpochMilli(), ByteBuffer.wrap(kept.sealed())))
                .orElseGet(() -> new KeptSettings.Are(0, ByteBuffer.allocate(0)));
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[Math.min(buffer.remaining(), Limits.PIECE_BYTES)];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
