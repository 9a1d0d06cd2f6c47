package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.link.wire.Reading;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.StoreVault;
import br.com.dmbackup.terminal.vault.VaultArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archives that one session reads. */
final class OpenArchives implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenArchives.class);
    private static final int MOST = 8;

    private final StoreVault vault;
    private final Map<Integer, SeekableByteChannel> open = new HashMap<>();
    private int lastHandle;

    OpenArchives(StoreVault vault) {
        this.vault = vault;
    }

    Reading.Opened open(String asked) {
        if (open.size() == MOST) {
            throw BackupFault.of(FaultCode.TERMINAL_CONNECTION_REFUSED);
        }
        ArchiveName name = new ArchiveName(asked);
        SeekableByteChannel channel = vault.open(name);
        open.put(++lastHandle, channel);
        Instant modifiedAt = vault.list().stream().filter(archive -> archive.name().equals(name)).findFirst()
                .map(VaultArchive::modifiedAt).orElse(Instant.EPOCH);
        try {
            return new Reading.Opened(lastHandle, channel.size(), modifiedAt.toEpochMilli());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    Reading.Bytes read(Reading.Read asked) {
        SeekableByteChannel channel = open.get(asked.handle());
        if (channel == null) {
            throw BackupFault.of(FaultCode.ARCHIVE_MISSING, asked.handle());
        }
        ByteBuffer bytes = ByteBuffer.allocate(asked.length());
        try {
            channel.position(asked.offset());
            int count = 0;
            while (bytes.hasRemaining() && count >= 0) {
                count = channel.read(bytes);
            }
            return new Reading.Bytes(bytes.flip());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void close(int handle) {
        SeekableByteChannel channel = open.remove(handle);
        if (channel != null) {
            closed(channel);
        }
    }

    @Override
    public void close() {
        open.values().forEach(OpenArchives::closed);
        open.clear();
    }

    private static void closed(SeekableByteChannel channel) {
        try {
            channel.close();
        } catch (IOException onlyRead) {
            LOG.info("an archive that was read", onlyRead);
        }
    }

    private static BackupFault failed(IOException e) {
        return BackupFault.of(FaultCode.FILE_UNREADABLE, "archive", FileWords.of(e)).causedBy(e);
    }
}
