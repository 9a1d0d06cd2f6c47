package br.com.dmbackup.agent.spool;

import br.com.dmbackup.agent.SentFiles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.SentFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one file that is being sent or was sent. Another one takes its place; one that nobody touched for two hours goes, and
 * so does whatever an earlier life left. Thread-safe.
 */
public final class FileSpool implements SentFiles {
    private static final Duration FORGOTTEN = Duration.ofHours(2);
    /** The till and the hourly backup need room, too. */
    private static final long LEAST_LEFT = 64L << 20;
    private static final long MOST_LEFT = 2L << 30;
    private static final int LONGEST_NAME = 80;
    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final InstantSource clock;
    private @Nullable Sent present;

    private record Sent(String id, String name, long sizeBytes, long receivedBytes, Instant touched, int users) {
        SentFile told() {
            return new SentFile(id, sizeBytes, receivedBytes);
        }
    }

    public FileSpool(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public synchronized SentFile announce(String name, long sizeBytes) {
        if (present != null && present.users() > 0) {
            throw BackupFault.of(FaultCode.API_TOO_MANY);
        }
        clear();
        try {
            Files.createDirectories(folder);
            requireRoom(sizeBytes);
            Sent sent = new Sent(SentFile.PREFIX + UUID.randomUUID(), harmless(name), sizeBytes, 0, clock.instant(), 0);
            Files.createFile(file(sent.id()));
            present = sent;
            return sent.told();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static String harmless(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private void requireRoom(long sizeBytes) throws IOException {
        FileStore store = Files.getFileStore(folder);
        long left = Math.clamp(store.getTotalSpace() / 20, LEAST_LEFT, MOST_LEFT);
        long free = Math.max(0, store.getUsableSpace() - left);
        if (sizeBytes > free) {
            throw BackupFault.of(FaultCode.OUTPUT_FULL, folder, sizeBytes, free);
        }
    }

    @Override
    public synchronized SentFile receive(String id, long offset, long length, InputStream piece) throws IOException {
        Sent sent = find(id);
        boolean fits = offset == sent.receivedBytes() && length > 0 && length <= SentFile.LARGEST_PIECE
                && length <= sent.sizeBytes() - offset;
        if (!fits) {
            throw BackupFault.of(FaultCode.API_NOT_UNDERSTOOD, Phrase.of("why.api_offset"));
        }
        byte[] bytes = new byte[BUFFER];
        try (FileChannel channel = open(sent)) {
            channel.position(offset);
            for (long left = length; left > 0;) {
                int read = piece.readNBytes(bytes, 0, (int) Math.min(bytes.length, left));
                if (read == 0) {
                    throw new IOException("a piece broke off");
                }
                write(channel, bytes, read);
                left -= read;
            }
        }
        Sent more = new Sent(id, sent.name(), sent.sizeBytes(), offset + length, clock.instant(), sent.users());
        present = more;
        return more.told();
    }

    private FileChannel open(Sent sent) {
        try {
            return FileChannel.open(file(sent.id()), StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            throw BackupFault.of(FaultCode.SENT_FILE_UNKNOWN).causedBy(e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void write(FileChannel channel, byte[] bytes, int length) {
        try {
            ByteBuffer all = ByteBuffer.wrap(bytes, 0, length);
            while (all.hasRemaining()) {
                channel.write(all);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Works with the whole file, which stays meanwhile.
     *
     * @param work given the file and what people call it
     * @throws BackupFault {@code SENT_FILE_UNKNOWN}
     */
    public <T> T use(String id, BiFunction<Path, String, T> work) {
        String name;
        synchronized (this) {
            Sent sent = find(id);
            name = sent.name();
            if (!sent.told().whole() || Files.notExists(file(id))) {
                throw BackupFault.of(FaultCode.SENT_FILE_UNKNOWN);
            }
            used(sent, 1);
        }
        try {
            return work.apply(file(id), name);
        } finally {
            synchronized (this) {
                Optional.ofNullable(present).ifPresent(sent -> used(sent, -1));
            }
        }
    }

    private void used(Sent sent, int more) {
        present = new Sent(sent.id(), sent.name(), sent.sizeBytes(), sent.receivedBytes(), clock.instant(),
                sent.users() + more);
    }

    @Override
    public synchronized void drop(String id) {
        if (find(id).users() == 0) {
            clear();
        }
    }

    /** Throws away what nobody needs any more. Asked once a minute, and when the agent begins. */
    public synchronized void sweep() {
        Sent sent = present;
        if (sent == null) {
            clear();
        } else if (sent.users() == 0 && sent.touched().plus(FORGOTTEN).isBefore(clock.instant())) {
            clear();
        }
    }

    private Sent find(String id) {
        Sent sent = present;
        if (sent == null || !sent.id().equals(id)) {
            throw BackupFault.of(FaultCode.SENT_FILE_UNKNOWN);
        }
        return sent;
    }

    private void clear() {
        present = null;
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.toList();
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".zip");
    }

    private BackupFault unwritable(IOException e) {
        return BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, folder, FileWords.of(e)).causedBy(e);
    }
}
