package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two processes from changing one home folder. The lock is the operating system's, so it ends with its process;
 * the text beside it says who holds it.
 *
 * <p>There is one for the home: its holder makes backups, places and restores them on this machine. And there is one for
 * each destination: its holder writes there. A delivery may take longer than an hour, and neither the next hour's backup
 * nor another destination must wait for it.
 *
 * <p>The locked byte lies far behind the text: Windows does not let others read a locked range.
 */
public final class HomeLock implements Turn, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLock.class);
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * What this process holds, with the text of each. On Linux a process loses all its locks on a file when it closes
     * any descriptor of it, so a file that we have locked is not even opened again.
     */
    private static final Map<Path, String> OURS = new ConcurrentHashMap<>();

    private final Path file;
    private final String holder;
    private @Nullable FileChannel channel;

    private HomeLock(Path file, String holder) {
        this.file = file;
        this.holder = holder;
    }

    /**
     * The home's lock.
     *
     * @param verb what the holder does, such as {@code backup}
     * @param clock in the store's zone, for whoever is told since when
     * @throws BackupFault {@code ALREADY_RUNNING} with who holds it
     */
    public static HomeLock acquire(Home home, String verb, Clock clock) {
        return acquire(home.lockFile(), verb, clock);
    }

    /** The lock of one destination; the same otherwise. */
    public static HomeLock acquireDelivery(Home home, String destination, String verb, Clock clock) {
        return acquire(home.deliveryLockFile(destination), verb, clock);
    }

    /**
     * The lock of the home's agent, held for as long as it lives.
     *
     * @throws BackupFault {@code AGENT_ALREADY_RUNNING}
     */
    public static HomeLock acquireAgent(Home home, InstantSource clock) {
        try {
            return acquire(home.agentLockFile(), "agent", clock.withZone(ZoneId.systemDefault()));
        } catch (BackupFault fault) {
            throw fault.code() == FaultCode.ALREADY_RUNNING
                    ? BackupFault.of(FaultCode.AGENT_ALREADY_RUNNING, home.root()).causedBy(fault)
                    : fault;
        }
    }

    /** The lock of whatever else only one process may use; the same otherwise. */
    public static HomeLock acquire(Path file, String verb, Clock clock) {
        String holder = verb + "\n" + ProcessHandle.current().pid() + "\n" + ZonedDateTime.now(clock) + "\n"
                + System.getProperty("user.name", "?") + "\n";
        HomeLock lock = new HomeLock(realPath(file), holder);
        lock.take();
        return lock;
    }

    private void take() {
        String ours = OURS.putIfAbsent(file, holder);
        if (ours != null) {
            throw held(ours.lines().toList());
        }
        boolean locked = false;
        try {
            channel = lock(file, holder);
            locked = true;
        } finally {
            if (!locked) {
                OURS.remove(file);
            }
        }
    }

    @Override
    public boolean takeAgain() {
        if (channel != null) {
            return true;
        }
        try {
            take();
            return true;
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.ALREADY_RUNNING) {
                return false;
            }
            throw fault;
        }
    }

    private static FileChannel lock(Path file, String holder) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw held(Files.readAllLines(file));
            }
            tell(channel, holder);
            return channel;
        } catch (ClosedByInterruptException e) {
            throw BackupFault.of(FaultCode.CANCELLED, file).causedBy(e);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, file, FileWords.of(e)).causedBy(e);
        }
    }

    /** Writes who holds it. On a full disk it is held without: a copy may still find room elsewhere. */
    private static void tell(FileChannel channel, String holder) throws IOException {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException full) {
            LOG.warn("nobody can be told who holds the lock", full);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** One home is one, whatever links lead to it. */
    private static Path realPath(Path file) {
        try {
            return file.resolveSibling("").toRealPath().resolve(String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, file, FileWords.of(e)).causedBy(e);
        }
    }

    private static BackupFault held(List<String> holder) {
        Object[] who = {"?", "?", "?", "?"};
        for (int i = 0; i < Math.min(who.length, holder.size()); i++) {
            who[i] = holder.get(i);
        }
        return BackupFault.of(FaultCode.ALREADY_RUNNING, who);
    }

    @Override
    public void giveUp() {
        close();
    }

    @Override
    public void close() {
        FileChannel held = channel;
        if (held == null) {
            return;
        }
        channel = null;
        // An interrupted thread could not even let go tidily, and would tell of that instead of the interruption.
        boolean interrupted = Thread.interrupted();
        try (held) {
            held.truncate(0);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, file, FileWords.of(e)).causedBy(e);
        } finally {
            OURS.remove(file);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
