package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.terminal.TwoMachines.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store a hundredth as large as the one of the promise (1.5 GB, an hour in 4 minutes), over the same line. */
class SlowLineTest {
    private static final long BYTES_PER_SECOND = 2_000_000 / 8;
    private static final Duration ROUND_TRIP = Duration.ofMillis(50);
    private static final Duration A_HUNDREDTH = Duration.ofMinutes(4).dividedBy(100);
    /** The dump and the archive of the hour, made before anything is sent. */
    private static final Duration MAKING = Duration.ofSeconds(4);

    @TempDir
    Path root;

    @Test
    void anHourCrossesTwoMegabitsASecondInItsPartOfFourMinutes() throws Exception {
        try (TwoMachines machines = new TwoMachines(root)) {
            machines.pair();
            machines.sql("pragma page_size = 8192");
            machines.sql("vacuum");
            // As long as sales with signed invoices, and about as compressible.
            machines.sql("""
                    with recursive n(i) as (select 1 union all select i + 1 from n where i < 22000)
                    insert into venda (nota, valor)
                    select 'NFC-e ' || hex(zeroblob(230)) || hex(randomblob(70)), i from n
                    """);
            assertThat(TwoMachines.size(machines.database)).isGreaterThan(15_000_000);
            assertThat(machines.backupAt("2026-11-23T09:05").code()).isZero();
            Map<String, Integer> before = ArchiveBlocks.of(machines.here("09h/MCDados.zip"));
            machines.sell(100);
            machines.sql("update venda set valor = valor + 1 where id between 20000 and 20050");
            long carried = machines.wire.up().carriedBytes();
            machines.wire.shape(BYTES_PER_SECOND, ROUND_TRIP);
            long begun = System.nanoTime();

            Said said = machines.backupAt("2026-11-23T10:05");

            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(said.code()).as(said.all()).isZero();
            long fresh = ArchiveBlocks.newBytes(before, ArchiveBlocks.of(machines.here("10h/MCDados.zip")));
            long crossed = machines.wire.up().carriedBytes() - carried;
            assertThat(crossed).isLessThan(
                    fresh * 105 / 100 + TwoMachines.size(machines.here("10h/MCDados.zip")) / 200 + 20_000);
            assertThat(taken).as("%d bytes, %d of them new blocks", crossed, fresh)
                    .isLessThan(A_HUNDREDTH.plus(MAKING));
        }
    }
}
