package br.com.dmbackup.cli;

import br.com.dmbackup.protocol.ByteSize;
import br.com.dmbackup.protocol.Messages;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is being done and how far it is: on a terminal one line that is painted again and again, elsewhere a plain line
 * now and then. Used by one thread at a time.
 */
final class ProgressLine {
    private static final Duration REPAINT = Duration.ofMillis(200);
    private static final Duration REPEAT = Duration.ofSeconds(10);
    /** Before that a rate says nothing. */
    private static final Duration SETTLED = Duration.ofMillis(500);
    private static final int BAR = 20;

    private final PrintStream out;
    private final boolean live;
    private final int columns;
    private final LongSupplier nanos;
    private final Messages texts;

    private @Nullable String work;
    private long begunAt;
    private long shownAt;
    private int painted;
    private boolean moved;
    private long done;
    private long total;

    ProgressLine(Surroundings.Screen screen, LongSupplier nanos, Messages texts) {
        this.out = screen.out();
        this.live = screen.live();
        this.columns = screen.columns();
        this.nanos = nanos;
        this.texts = texts;
    }

    /** Names the work that begins. */
    void begin(String text) {
        close();
        work = text;
        begunAt = nanos.getAsLong();
        shownAt = begunAt;
        moved = false;
        if (live) {
            paint(text);
        } else {
            out.println(text);
        }
    }

    void advanced(long doneBytes, long totalBytes) {
        String text = work;
        if (text == null) {
            return;
        }
        done = doneBytes;
        total = totalBytes;
        moved = true;
        long now = nanos.getAsLong();
        if (now - shownAt < (live ? REPAINT : REPEAT).toNanos()) {
            return;
        }
        shownAt = now;
        if (live) {
            paint(text + "  " + bar() + figures(now));
        } else {
            out.println("  " + figures(now).strip());
        }
    }

    /** Leaves the line as it is; what comes next begins on a new one. */
    void close() {
        if (live && work != null) {
            if (moved) {
                paint(work + "  " + bar() + figures(nanos.getAsLong()));
            }
            out.println();
        }
        work = null;
        painted = 0;
    }

    private void paint(String text) {
        String cut = text.length() < columns ? text : text.substring(0, columns - 1);
        out.print("\r" + cut + " ".repeat(Math.max(0, painted - cut.length())));
        out.flush();
        painted = cut.length();
    }

    private String bar() {
        if (total <= 0) {
            return "";
        }
        int full = (int) (BAR * Math.min(done, total) / total);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
    }

    private String figures(long now) {
        StringBuilder figures = new StringBuilder();
        if (total > 0) {
            figures.append(String.format("%3d%%", 100 * Math.min(done, total) / total));
        } else {
            figures.append(ByteSize.text(done, texts.locale()));
        }
        long elapsed = now - begunAt;
        if (elapsed >= SETTLED.toNanos() && done > 0) {
            double perSecond = done * 1e9 / elapsed;
            figures.append("  ").append(ByteSize.text(Math.round(perSecond), texts.locale())).append("/s");
            if (total > done) {
                Duration left = Duration.ofSeconds(Math.round((total - done) / perSecond));
                figures.append("  ").append(texts.text("output.left", clock(left)));
            }
        }
        return figures.toString();
    }

    private static String clock(Duration left) {
        return left.toHours() > 0
                ? String.format("%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format("%d:%02d", left.toMinutes(), left.toSecondsPart());
    }
}
