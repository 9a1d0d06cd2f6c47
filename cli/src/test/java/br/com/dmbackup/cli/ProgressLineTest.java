package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long MIB = 1 << 20;

    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void aTerminalSeesPercentRateAndTimeLeft() {
        ProgressLine line = line(true, 100);
        line.begin("Compactando backup...");
        after(1000);
        line.advanced(50 * MIB, 200 * MIB);
        assertThat(text()).endsWith("\rCompactando backup...  [#####---------------]  25%  50 MB/s  faltam 0:03");
    }

    @Test
    void aTerminalIsNotPaintedMoreThanFiveTimesASecond() {
        ProgressLine line = line(true, 100);
        line.begin("x");
        for (int i = 0; i < 1000; i++) {
            after(1);
            line.advanced(i, 1000);
        }
        assertThat(text().chars().filter(c -> c == '\r').count()).isEqualTo(1 + 5);
    }

    @Test
    void aLineNeverGrowsOverTheWidth() {
        ProgressLine line = line(true, 40);
        line.begin("Copiando backup para o terminal...");
        after(1000);
        line.advanced(MIB, 3 * MIB);
        assertThat(text().split("\r")).allMatch(painted -> painted.length() < 40);
    }

    @Test
    void elsewhereThereArePlainLinesNowAndThen() {
        ProgressLine line = line(false, 80);
        line.begin("Realizando backup...");
        for (int second = 1; second <= 25; second++) {
            after(1000);
            line.advanced(second * MIB, 100 * MIB);
        }
        line.close();
        assertThat(text().lines()).containsExactly("Realizando backup...", "  10%  1 MB/s  faltam 1:30",
                "  20%  1 MB/s  faltam 1:20");
    }

    @Test
    void ofWorkWithoutAKnownEndTheBytesAreTold() {
        ProgressLine line = line(true, 100);
        line.begin("x");
        after(1000);
        line.advanced(3 * MIB, -1);
        assertThat(text()).endsWith("\rx  3 MB  3 MB/s");
    }

    private ProgressLine line(boolean live, int columns) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new ProgressLine(new Surroundings.Screen(InputStream.nullInputStream(), out, out, live, columns),
                nanos::get, Messages.in(Language.PT_BR, "br.com.dmbackup.cli.texts"));
    }

    private void after(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
