package br.com.dmbackup.demo;

import br.com.dmbackup.cli.Surroundings.Screen;
import br.com.dmbackup.protocol.Messages;
import java.io.PrintStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Tells what is being shown, between the commands. */
final class Narrator {
    private static final int WIDEST = 100;

    private final PrintStream out;
    private final Messages texts;
    private final boolean live;
    private final int columns;
    private final int chapters;
    private int chapter;

    Narrator(Screen screen, Messages texts, int chapters) {
        this.out = screen.out();
        this.texts = texts;
        this.live = screen.live();
        this.columns = Math.min(screen.columns(), WIDEST) - 1;
        this.chapters = chapters;
    }

    Messages texts() {
        return texts;
    }

    /** Begins a chapter: the time of day on the demo's clock, and what is going to be seen. */
    void chapter(LocalTime time, String key, Object... arguments) {
        chapter++;
        String head = "── " + chapter + "/" + chapters + " ── " + time + " ";
        out.println();
        out.println(head + "─".repeat(Math.max(0, columns - head.length())));
        say(key, arguments);
        out.println();
    }

    void say(String key, Object... arguments) {
        for (String line : wrapped(texts.text(key, arguments))) {
            out.println(line);
        }
    }

    /** As it is, to be copied. */
    void line(String text) {
        out.println("  " + text);
    }

    void blank() {
        out.println();
    }

    /** How far something is, on a terminal alone. */
    void percent(long done, long total) {
        if (live) {
            out.print("\r" + Math.min(99, 100 * done / total) + "%");
            out.flush();
        }
    }

    /** The end of it. */
    void percentOver() {
        if (live) {
            out.print("\r    \r");
        }
    }

    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
