package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.terminal.vault.CommitOutcome.Committed;
import br.com.dmbackup.terminal.vault.CommitOutcome.StillMissing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store's server: a small database in which things are sold, and its backups sent to the terminal. */
final class TillServer {
    private static final int PAGES = 8;

    private final Random random;
    private byte[] database;
    private long sales = 1_000;

    TillServer(long seed) {
        random = new Random(seed);
        database = new byte[PAGES * Backup.BLOCK_BYTES];
        for (int page = 0; page < PAGES; page++) {
            sell(page);
        }
    }

    /** A few sales, and now and then a database that grows. */
    void sell() {
        if (random.nextInt(12) == 0) {
            database = Arrays.copyOf(database, database.length + Backup.BLOCK_BYTES);
            sell(database.length / Backup.BLOCK_BYTES - 1);
        }
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            sell(random.nextInt(database.length / Backup.BLOCK_BYTES));
        }
        sales += 1 + random.nextInt(20);
    }

    private void sell(int page) {
        var text = new StringBuilder();
        while (text.length() < Backup.BLOCK_BYTES) {
            text.append("venda ").append(random.nextInt(100_000)).append(" Dipirona 500 mg R$ ")
                    .append(random.nextInt(9_999)).append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, database, page * Backup.BLOCK_BYTES, Backup.BLOCK_BYTES);
    }

    Backup backup(Instant startedAt) {
        return Backup.of(startedAt, database.clone(), rows());
    }

    SortedMap<String, Long> rows() {
        return new TreeMap<>(Map.of("venda", sales, "produto", 5_000L));
    }

    /** Everything that an intruder makes of it. */
    byte[] noise(int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return noise;
    }

    static CommitOutcome deliver(StoreVault vault, Backup backup) {
        return deliver(vault, backup, backup.name());
    }

    /** Asks, sends, commits, and sends again what is missing, as a server does. */
    static CommitOutcome deliver(StoreVault vault, Backup backup, ArchiveName under) {
        send(vault, backup, vault.missing(backup.sums()), Integer.MAX_VALUE);
        CommitOutcome outcome = vault.commit(backup.plan(under), Progress.NONE);
        for (int again = 0; again < 3 && outcome instanceof StillMissing missing; again++) {
            send(vault, backup, missing.blocks(), Integer.MAX_VALUE);
            outcome = vault.commit(backup.plan(under), Progress.NONE);
        }
        return outcome;
    }

    static Committed committed(StoreVault vault, Backup backup) {
        return (Committed) deliver(vault, backup);
    }

    /** Sends these blocks, until so many are sent. */
    static void send(StoreVault vault, Backup backup, BitSet numbers, int most) {
        int sent = 0;
        for (int number = numbers.nextSetBit(0); number >= 0 && sent < most; number = numbers.nextSetBit(number + 1)) {
            Backup.Sent block = backup.blocks().get(number);
            vault.put(block.print().sha256(), block.print().plainBytes(), block.print().crc32(),
                    ByteBuffer.wrap(block.encoded()));
            sent++;
        }
    }
}
