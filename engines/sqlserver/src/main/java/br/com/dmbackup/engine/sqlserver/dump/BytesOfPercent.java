package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.Progress;
import java.util.function.IntConsumer;

/** The server tells percent; people are told bytes. */
final class BytesOfPercent implements IntConsumer {
    private static final int ALL = 100;
    private final Progress progress;
    private final long totalBytes;

    /** @param totalBytes 0 where it is not known */
    BytesOfPercent(Progress progress, long totalBytes) {
        this.progress = progress;
        this.totalBytes = totalBytes;
    }

    @Override
    public void accept(int percent) {
        if (totalBytes > 0) {
            progress.advanced(totalBytes / ALL * percent + totalBytes % ALL * percent / ALL, totalBytes);
        }
    }

    /** Whatever the server told last, it is at its end now. */
    void end() {
        accept(ALL);
    }
}
