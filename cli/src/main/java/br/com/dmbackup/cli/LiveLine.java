package br.com.dmbackup.cli;

import java.io.PrintStream;

/** One line below all others that shows how it stands: painted again on a terminal, written anew elsewhere. */
final class LiveLine {
    private final PrintStream out;
    private final boolean live;
    private final int columns;
    private String shown = "";
    private int painted;

    LiveLine(Surroundings.Screen screen) {
        this.out = screen.out();
        this.live = screen.live();
        this.columns = screen.columns();
    }

    void show(String text, String figures) {
        if (live) {
            String whole = figures.isEmpty() ? text : text + "  " + figures;
            String cut = whole.length() < columns ? whole : whole.substring(0, columns - 1);
            out.print("\r" + cut + " ".repeat(Math.max(0, painted - cut.length())));
            out.flush();
            painted = cut.length();
        } else if (!text.equals(shown)) {
            out.println(text);
        }
        shown = text;
    }

    /** Makes room for another line. */
    void erase() {
        if (painted > 0) {
            out.print("\r" + " ".repeat(painted) + "\r");
            painted = 0;
        }
    }

    /** Leaves it as it is. */
    void close() {
        if (painted > 0) {
            out.println();
            painted = 0;
        }
    }
}
