package br.com.dmbackup.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * A file on this machine's own disk. Where the system can send without forcing, it is sent in short strides and forced
 * every few of them, which then costs little: else the next commit of others would flush all that the drive has not put
 * away. Elsewhere each longer stride is forced.
 */
final class OpenFile implements Disk {
    /** Short enough that a commit that meets it at the drive is not felt. */
    static final long SENT_AT_ONCE = 1L << 20;

    private static final int SENT_BETWEEN_FLUSHES = 4;

    private final FileChannel channel;
    private final Optional<Writeback> writeback;
    private final long forcedAtOnce;
    private int sent;

    /** @param forcedAtOnce how long a stride is where each one is forced */
    OpenFile(FileChannel channel, Optional<Writeback> writeback, long forcedAtOnce) {
        this.channel = channel;
        this.writeback = writeback;
        this.forcedAtOnce = forcedAtOnce;
    }

    @Override
    public long stride() {
        return writeback.isPresent() ? SENT_AT_ONCE : forcedAtOnce;
    }

    @Override
    public void send() throws IOException {
        boolean left = writeback.filter(Writeback::send).isPresent();
        sent++;
        if (!left || sent % SENT_BETWEEN_FLUSHES == 0) {
            channel.force(false);
        }
    }

    @Override
    public void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() {
        writeback.ifPresent(Writeback::close);
    }
}
