package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import java.io.PrintStream;

/** Speaks to a person: lines, and on a terminal a live one. Failures go to the error stream. */
final class HumanOutput implements Output {
    private final PrintStream out;
    private final PrintStream err;
    private final Messages words;
    private final Messages texts;
    private final ProgressLine progress;
    private final LiveLine live;

    HumanOutput(Surroundings surroundings, Messages words, Messages texts) {
        this.out = surroundings.screen().out();
        this.err = surroundings.screen().err();
        this.words = words;
        this.texts = texts;
        this.progress = new ProgressLine(surroundings.screen(), () -> surroundings.monotonic().now().nanos(), texts);
        this.live = new LiveLine(surroundings.screen());
    }

    @Override
    public synchronized void status(StatusText status) {
        progress.begin(words.status(status));
    }

    @Override
    public synchronized void advanced(long doneBytes, long totalBytes) {
        progress.advanced(doneBytes, totalBytes);
    }

    @Override
    public synchronized void notice(Notice notice) {
        line(texts.text("output.notice", notice.text(words)));
    }

    @Override
    public synchronized void line(String text) {
        progress.close();
        live.erase();
        out.println(text);
    }

    @Override
    public synchronized void live(String text, String figures) {
        progress.close();
        live.show(text, figures);
    }

    @Override
    public void result(Object value) {
        // Said in lines.
    }

    @Override
    public synchronized void failure(Failure failure) {
        progress.close();
        out.flush();
        err.println(texts.text("output.failure", failure.message(), failure.number()));
        failure.details().forEach(detail -> err.println("  " + detail));
        err.println(texts.text("output.hint", failure.hint()));
        failure.foreignCode().ifPresent(foreign -> err.println(texts.text("output.foreign", foreign)));
    }

    @Override
    public void shortfall(Failure failure) {
        // Said in notices and lines.
    }

    @Override
    public synchronized void end(ExitCode code) {
        progress.close();
        live.close();
        out.flush();
        err.flush();
    }
}
