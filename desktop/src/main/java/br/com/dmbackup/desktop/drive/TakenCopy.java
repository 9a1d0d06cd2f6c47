package br.com.dmbackup.desktop.drive;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.ArchiveStream;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Writes an archive into a folder: beside the one that stands there, forced to the drive, read back and compared, and only
 * then in its place. Where a rename over a file is no single step ({@code FAT}), the old one is called {@code .velho}
 * between two renames, so that one whole archive can be found at every moment. An interrupted thread gives up, and leaves
 * the old archive and nothing else.
 */
public final class TakenCopy {
    private static final int PIECE = 256 << 10;
    private static final int FORCE_EVERY = 16 << 20;

    private final Path folder;
    private final Drive drive;

    public TakenCopy(Path folder, Drive drive) {
        this.folder = folder;
        this.drive = drive;
    }

    /** How far it is. */
    public interface Progress {
        void written(long bytes);

        void readBack(long bytes);
    }

    /**
     * @return the file
     * @throws AgentFault {@code DESTINATION_FILE_TOO_LARGE}, {@code OUTPUT_FULL}, {@code OUTPUT_UNWRITABLE},
     *         {@code DESTINATION_LIED}, {@code CANCELLED}; {@code AGENT_UNREACHABLE} when the archive breaks off
     */
    public Path write(ArchiveStream archive, Progress progress) {
        Path file = folder.resolve(archive.name());
        Path fresh = folder.resolve(archive.name() + ".novo");
        Path old = folder.resolve(archive.name() + ".velho");
        requireRoom(archive.sizeBytes(), fresh.toFile().length());
        try {
            recover(file, old);
            byte[] sent = pour(archive, fresh, progress::written);
            if (!Arrays.equals(sent, digest(fresh, progress::readBack))) {
                throw AgentFault.of(FaultCode.DESTINATION_LIED, folder, archive.name());
            }
            Files.setLastModifiedTime(fresh, FileTime.from(archive.modifiedAt()));
            place(fresh, file, old);
            return file;
        } catch (ClosedByInterruptException e) {
            throw AgentFault.of(FaultCode.CANCELLED, file).causedBy(e);
        } catch (IOException e) {
            throw refused(file, archive.sizeBytes(), e);
        } finally {
            dropped(fresh);
        }
    }

    /** @param leftOver half a copy of an earlier time, which makes room */
    private void requireRoom(long bytes, long leftOver) {
        if (bytes > drive.fileLimit()) {
            throw AgentFault.of(FaultCode.DESTINATION_FILE_TOO_LARGE, folder, bytes, drive.fileLimit());
        }
        long free = folder.toFile().getUsableSpace();
        if (bytes > free + leftOver) {
            throw AgentFault.of(FaultCode.OUTPUT_FULL, folder, bytes, free);
        }
    }

    /** A drive that was pulled out between the two renames has its archive under the other name. */
    private void recover(Path file, Path old) throws IOException {
        if (drive.replacesAtomically() || Files.notExists(old)) {
            return;
        }
        if (Files.exists(file)) {
            Files.delete(old);
        } else {
            Files.move(old, file);
        }
    }

    private byte[] pour(ArchiveStream archive, Path fresh, LongConsumer written) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long done = 0;
            long forced = 0;
            for (int read = read(archive.body(), piece); read > 0; read = read(archive.body(), piece)) {
                digest.update(piece, 0, read);
                write(out, piece, read);
                done += read;
                if (done - forced >= FORCE_EVERY) {
                    // Piece by piece: the bar says what is on the drive, not what waits in memory.
                    out.force(false);
                    forced = done;
                }
                written.accept(done);
            }
            out.force(true);
        }
        return digest.digest();
    }

    /** What goes wrong here is the agent's side, and no fault of the folder. */
    private static int read(InputStream body, byte[] piece) throws ClosedByInterruptException {
        if (Thread.interrupted()) {
            throw new ClosedByInterruptException();
        }
        try {
            return body.readNBytes(piece, 0, piece.length);
        } catch (IOException e) {
            throw AgentFault.of(FaultCode.AGENT_UNREACHABLE, "", Phrase.of("why.no_agent"))
                    .causedBy(e);
        }
    }

    private static void write(FileChannel out, byte[] piece, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(piece, 0, length);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static byte[] digest(Path file, LongConsumer read) throws IOException {
        MessageDigest digest = sha256();
        try (ReadBack bytes = ReadBack.open(file)) {
            long done = 0;
            for (ByteBuffer piece = bytes.next(); piece.hasRemaining(); piece = bytes.next()) {
                done += piece.remaining();
                digest.update(piece);
                read.accept(done);
            }
        }
        return digest.digest();
    }

    private void place(Path fresh, Path file, Path old) throws IOException {
        if (drive.replacesAtomically()) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            if (Files.exists(file)) {
                Files.move(file, old);
            }
            Files.move(fresh, file);
            Files.deleteIfExists(old);
        }
        forceFolder();
    }

    /** So that the name is on the drive, too, when it is pulled out. Not every system can. */
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException cannot) {
            return;
        }
    }

    private AgentFault refused(Path file, long bytes, IOException e) {
        long free = folder.toFile().getUsableSpace();
        String said = e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
        boolean full = free < PIECE || said.contains("No space") || said.contains("space on the disk");
        return full
                ? AgentFault.of(FaultCode.OUTPUT_FULL, folder, bytes, free).causedBy(e)
                : AgentFault.of(FaultCode.OUTPUT_UNWRITABLE, file, said).causedBy(e);
    }

    private static void dropped(Path fresh) {
        // An interrupted thread could not delete it.
        boolean interrupted = Thread.interrupted();
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException stuck) {
            // The drive may be gone; the next copy begins with deleting it.
            return;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
