package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.testkit.mtf.MtfDatabase;
import br.com.dmbackup.testkit.mtf.MtfPage;
import br.com.dmbackup.testkit.mtf.MtfServer;
import br.com.dmbackup.testkit.mtf.MtfSet;
import br.com.dmbackup.testkit.mtf.MtfWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.function.Consumer;

/** Backups that no server wrote, and the reading of backups in memory. */
final class SyntheticBackup {
    static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-11-22T10:00:05-03:00");
    static final OffsetDateTime FINISHED = OffsetDateTime.parse("2026-11-22T10:00:08-03:00");

    private SyntheticBackup() {}

    static MtfSet set() {
        return MtfSet.full(MtfServer.express2022(), MtfDatabase.named("MCDados", 5L << 20), STARTED);
    }

    /** A whole full backup of so many extents. */
    static byte[] full(int extents, int sector) {
        return written(sector, writer -> {
            writer.begin();
            data(writer, extents);
            writer.log(new byte[600]).finish(FINISHED.toLocalDateTime());
        });
    }

    static byte[] written(int sector, Consumer<MtfWriter> steps) {
        return written(set(), sector, steps);
    }

    static byte[] written(MtfSet set, int sector, Consumer<MtfWriter> steps) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        steps.accept(new MtfWriter(Channels.newChannel(file), set, sector));
        return file.toByteArray();
    }

    static void data(MtfWriter writer, int extents) {
        writer.data(extents);
        for (int extent = 0; extent < extents; extent++) {
            writer.extent(extent(8 * extent));
        }
        writer.endData();
    }

    /** Six pages with rows, one that was never used, one with leftovers of something else. */
    static byte[] extent(int firstPage) {
        byte[] extent = new byte[MtfPage.EXTENT_BYTES];
        Random rows = new Random(firstPage);
        for (int page = 0; page < 6; page++) {
            byte[] body = new byte[3000];
            rows.nextBytes(body);
            System.arraycopy(MtfPage.of(1, firstPage + page, body), 0, extent, page * MtfPage.BYTES, MtfPage.BYTES);
        }
        for (int i = 7 * MtfPage.BYTES; i < extent.length; i++) {
            extent[i] = (byte) ('a' + i % 26);
        }
        return extent;
    }

    static MtfContents read(byte[] file) {
        return read(file, file.length);
    }

    /** Reads the file as if it had been cut. */
    static MtfContents read(byte[] file, int length) {
        try {
            return new MtfReader(Channels.newChannel(new ByteArrayInputStream(file, 0, length)), length, Progress.NONE)
                    .read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
