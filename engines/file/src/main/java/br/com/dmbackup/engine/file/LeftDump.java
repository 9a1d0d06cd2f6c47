package br.com.dmbackup.engine.file;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.DumpOrigin;
import br.com.dmbackup.core.engine.StreamDump;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.core.engine.opaque.MarkedChannel;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file that another program left, read where it stands. A stream and not a file of ours, as the archive deletes or
 * moves away the files that it is given.
 */
final class LeftDump implements StreamDump {
    private final Sight settled;
    private final DumpMarks marks;
    private final MarkedChannel channel;

    /** @param file opened for reading; closed with this dump */
    LeftDump(Sight settled, DumpMarks marks, FileChannel file) {
        this.settled = settled;
        this.marks = marks;
        this.channel = new MarkedChannel(file);
    }

    @Override
    public ReadableByteChannel stream() {
        return channel;
    }

    @Override
    public long expectedBytes() {
        return settled.bytes();
    }

    /**
     * The sign: as many bytes came as the file had when it stood still, they end as they should, and the file has not
     * been touched since.
     */
    @Override
    public DumpEnd finish() {
        if (!channel.ended() || channel.bytes() != settled.bytes()) {
            throw incomplete(settled.bytes() + " bytes (" + channel.bytes() + ")");
        }
        if (!marks.ends(channel.last())) {
            throw incomplete("\"…" + marks.trailer().orElse("") + "\"");
        }
        Sight now = lookAgain();
        if (!now.equals(settled)) {
            throw incomplete(settled.figures() + " → " + now.figures());
        }
        return new DumpEnd(settled.file() + ", " + settled.figures(), new TreeMap<>(),
                Optional.of(new DumpOrigin(String.valueOf(settled.file().getFileName()), settled.modifiedAt())));
    }

    private Sight lookAgain() {
        try {
            return Sight.of(settled.file());
        } catch (BackupFault gone) {
            throw incomplete(settled.figures() + " → 0").causedBy(gone);
        }
    }

    private BackupFault incomplete(String why) {
        return BackupFault.of(FaultCode.DUMP_INCOMPLETE, settled.file(), why);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
