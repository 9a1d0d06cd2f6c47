package br.com.dmbackup.testkit.sqlserver.media;

import br.com.dmbackup.testkit.mtf.MtfPage;
import br.com.dmbackup.testkit.sqlserver.state.Contents;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A backup of one database, read as a server reads it: header by header, to the end, then the pages. */
public final class BackupFile {
    private static final int LOG_FILE = 0x0c;
    private final SetInfo info;
    private final byte[] extents;

    private BackupFile(SetInfo info, byte[] extents) {
        this.info = info;
        this.extents = extents;
    }

    /** Reads all headers; the pages are looked at by {@link #checkPages} and {@link #contents}. */
    public static BackupFile open(Path file) throws IOException, MediaFault {
        byte[] bytes = Files.readAllBytes(file);
        TapeWalk walk = TapeWalk.over(bytes);
        TapeBytes set = walk.block("SSET");
        TapeBytes record = walk.lastStream("MQCI");
        int data = walk.dataOffset();
        try {
            return new BackupFile(info(set, walk.block("VOLB"), record),
                    Arrays.copyOfRange(bytes, data, data + walk.dataLength()));
        } catch (RuntimeException e) {
            throw new MediaFault(MediaFault.Kind.NOT_A_BACKUP, "a date or a length that cannot be");
        }
    }

    public SetInfo info() {
        return info;
    }

    public int pages() {
        return extents.length / MtfPage.BYTES;
    }

    /** Compares every page that has a checksum with it. */
    public void checkPages() throws MediaFault {
        for (int page = 0; page < pages(); page++) {
            byte[] bytes = Arrays.copyOfRange(extents, page * MtfPage.BYTES, (page + 1) * MtfPage.BYTES);
            TapeBytes fields = new TapeBytes(bytes);
            if (fields.u8(0) == 1 && (fields.u16(4) & 0x200) != 0) {
                int sum = 0;
                for (int at = 0; at < MtfPage.BYTES; at += 4) {
                    sum ^= at == 0x3C ? 0 : Integer.rotateLeft(fields.i32(at), 15 - at / 512);
                }
                if (sum != fields.i32(0x3C)) {
                    throw new MediaFault(MediaFault.Kind.BAD_PAGE, "1:" + page);
                }
            } else if (!isEmpty(bytes)) {
                throw new MediaFault(MediaFault.Kind.BAD_PAGE, "1:" + page);
            }
        }
    }

    public Contents contents() throws MediaFault {
        return DataExtents.contents(extents);
    }

    private static boolean isEmpty(byte[] page) {
        for (byte b : page) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static SetInfo info(TapeBytes set, TapeBytes volume, TapeBytes record) throws MediaFault {
        if (record.u8(0x52 + 1) == 0) {
            throw new MediaFault(MediaFault.Kind.CUT_SHORT, "no finish");
        }
        return new SetInfo(set.guid(100), record.text(0x68), record.text(0x6c), volume.text(64), set.text(76),
                set.text(64), (set.i32(52) & 2) != 0, (char) record.u8(0x57), record.u16(0x5e), record.u8(0x1b),
                record.u8(0x1a), record.u16(0x18), record.date(0x48), record.date(0x4d), record.date(0x52),
                record.lsn(0x20), record.lsn(0x2a), record.lsn(0x34), files(record));
    }

    private static List<DatabaseFile> files(TapeBytes records) {
        List<DatabaseFile> files = new ArrayList<>();
        for (int at = 0; at < records.length(); at += records.i32(at + 4)) {
            if (records.ascii(at, 4).equals("SFIN")) {
                TapeBytes file = records.from(at);
                files.add(new DatabaseFile(file.i32(0x14), (file.i32(8) & 0xFF) == LOG_FILE, file.text(0x30),
                        Path.of(file.text(0x34)), file.i64(0x28)));
            }
        }
        return files;
    }
}
