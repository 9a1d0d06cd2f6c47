package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.state.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on the instance's disk, which may run full under it. */
final class DiskChannel implements WritableByteChannel {
    /** There is no room for what is to be written. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final FileChannel file;
    private final Disk disk;

    DiskChannel(Path path, Disk disk) throws IOException {
        this.disk = disk;
        long before = Files.exists(path) ? Files.size(path) : 0;
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        disk.giveBack(before);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (!disk.take(bytes.remaining())) {
            throw new Full();
        }
        return file.write(bytes);
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
