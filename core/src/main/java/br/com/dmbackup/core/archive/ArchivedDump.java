package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockDecoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;

/** The dump of an archive of ours as a stream, each block checked; ends with {@code CANCELLED} when it is to stop. */
final class ArchivedDump implements ReadableByteChannel {
    private final ZipBytes bytes;
    private final String name;
    private final BlockIndex index;
    private final BooleanSupplier stop;
    private final Arena memory = Arena.ofShared();
    private final ByteBuffer encoded;
    private final BlockDecoder decoder;
    private ByteBuffer plain = ByteBuffer.allocate(0);
    private int next;

    ArchivedDump(ZipBytes bytes, String name, BlockIndex index, BooleanSupplier stop) {
        this.bytes = bytes;
        this.name = name;
        this.index = index;
        this.stop = stop;
        encoded = memory.allocate(Math.max(1, index.longestEncoded())).asByteBuffer();
        decoder = new BlockDecoder(index.longestPlain(), memory);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (stop.getAsBoolean()) {
            throw BackupFault.of(FaultCode.CANCELLED, name);
        }
        if (!plain.hasRemaining()) {
            if (next == index.blocks()) {
                return -1;
            }
            inflate(index.block(next), next);
            next++;
        }
        int length = Math.min(plain.remaining(), target.remaining());
        target.put(plain.slice(plain.position(), length));
        plain.position(plain.position() + length);
        return length;
    }

    private void inflate(Block block, int number) throws IOException {
        bytes.read(block.offset(), encoded.clear().limit(block.encodedBytes()));
        if (!decoder.right(block, encoded.flip())) {
            var damage = new Damage(Damage.Region.BLOCK, block.offset(), block.encodedBytes(), number, -1);
            throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, damage.words());
        }
        plain = decoder.plain();
    }

    @Override
    public boolean isOpen() {
        return memory.scope().isAlive();
    }

    @Override
    public void close() {
        decoder.close();
        memory.close();
    }
}
