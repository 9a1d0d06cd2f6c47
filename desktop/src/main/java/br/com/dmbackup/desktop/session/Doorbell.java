package br.com.dmbackup.desktop.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One tray for a person and a home: the ERP starts the program whenever it opens. Whoever comes second rings, and the
 * first one shows its window.
 */
public final class Doorbell implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final FileChannel channel;
    private final FileLock lock;
    private final Path bell;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Doorbell(FileChannel channel, FileLock lock, Path bell) {
        this.channel = channel;
        this.lock = lock;
        this.bell = bell;
    }

    /**
     * Takes the place of the one, or rings.
     *
     * @param folder of what this person has set
     * @param ring whether the one is to show its window
     * @return none when there is one already
     */
    public static Optional<Doorbell> take(Path folder, Path home, boolean ring) throws IOException {
        String name = "desktop-%08x".formatted(home.toAbsolutePath().normalize().toString().hashCode());
        Path bell = folder.resolve(name + ".bell");
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve(name + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            if (ring) {
                Files.write(bell, new byte[0]);
            }
            return Optional.empty();
        }
        Files.deleteIfExists(bell);
        return Optional.of(new Doorbell(channel, lock, bell));
    }

    /** Tells whenever somebody rings. */
    public void listen(Runnable rung) {
        Thread.ofPlatform().daemon().name("doorbell").start(() -> {
            try {
                while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (Files.exists(bell)) {
                        Files.deleteIfExists(bell);
                        rung.run();
                    }
                }
            } catch (IOException deaf) {
                // Nobody can be heard any more; the window still opens from the tray.
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        lock.release();
        channel.close();
    }
}
