package br.com.dmbackup.agent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.hub.ReportBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportQueueTest {
    private static final String ONE = "00112233445566778899aabbccddeeff";
    private static final String TWO = "ffeeddccbbaa99887766554433221100";

    @TempDir
    Path folder;

    private ReportQueue queue() {
        return new ReportQueue(folder.resolve("hub-reports.txt"));
    }

    private static WaitingReport report(String stream, long sequence) {
        return new WaitingReport(stream, sequence, "{\"sequence\":" + sequence + ",\"a\":\"b c\"}");
    }

    private static void fill(ReportQueue queue, String stream, long from, long to) {
        LongStream.rangeClosed(from, to).forEach(sequence -> queue.add(report(stream, sequence)));
    }

    @Test
    void goesInBatchesOfOneStreamTheOldestFirst() {
        ReportQueue queue = queue();
        fill(queue, ONE, 1, 125);
        fill(queue, TWO, 1, 2);

        List<WaitingReport> first = queue.next();
        assertThat(first).hasSize(ReportBatch.MOST).startsWith(report(ONE, 1)).endsWith(report(ONE, 120));
        queue.done(first);
        assertThat(queue.next()).extracting(WaitingReport::sequence).containsExactly(121L, 122L, 123L, 124L, 125L);
        queue.done(queue.next());
        assertThat(queue.next()).containsExactly(report(TWO, 1), report(TWO, 2));
        queue.done(queue.next());
        assertThat(queue.next()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isThinnedWhereItIsFullAndKeepsItsBeginning() {
        ReportQueue queue = queue();
        fill(queue, ONE, 1, ReportQueue.MOST + 1);

        assertThat(queue.size()).isEqualTo(ReportQueue.MOST * 3 / 4 + 1);
        assertThat(queue.next()).extracting(WaitingReport::sequence).startsWith(1L, 3L, 5L);
        fill(queue, ONE, ReportQueue.MOST + 2, 20L * ReportQueue.MOST);
        assertThat(queue.size()).isLessThanOrEqualTo(ReportQueue.MOST);
        assertThat(queue.next().getFirst()).isEqualTo(report(ONE, 1));
    }

    @Test
    void outlivesItsProcessOnceItIsKept() {
        ReportQueue queue = queue();
        fill(queue, ONE, 1, 3);
        queue.keep();

        ReportQueue next = queue();
        assertThat(next.next()).containsExactly(report(ONE, 1), report(ONE, 2), report(ONE, 3));
        next.done(next.next().subList(0, 2));
        assertThat(queue().next()).containsExactly(report(ONE, 3));
        next.done(next.next());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void losesNoMoreThanWhatIsGarbled() throws Exception {
        ReportQueue queue = queue();
        fill(queue, ONE, 1, 2);
        queue.keep();
        Files.writeString(folder.resolve("hub-reports.txt"), "half of a li", StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);

        assertThat(queue().next()).containsExactly(report(ONE, 1), report(ONE, 2));
    }
}
