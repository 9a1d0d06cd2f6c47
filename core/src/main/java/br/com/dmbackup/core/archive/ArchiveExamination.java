package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.zip.FoundEntry;
import br.com.dmbackup.core.archive.zip.LocalHeader;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import br.com.dmbackup.core.archive.zip.ZipFlaw;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/** One check of an archive: every byte read, everything that is not right noted. */
final class ArchiveExamination {
    private static final int PIECE = 256 << 10;

    private final OpenedArchive archive;
    private final ZipBytes bytes;
    private final CheckDepth depth;
    private final BlockRun.Question question;
    private final Progress progress;
    private final List<Damage> damages = new ArrayList<>();

    /** @param question asked of each block of an archive of ours */
    ArchiveExamination(OpenedArchive archive, CheckDepth depth, BlockRun.Question question, Progress progress) {
        this.archive = archive;
        this.bytes = archive.bytes();
        this.depth = depth;
        this.question = question;
        this.progress = progress;
    }

    ArchiveReport run() throws IOException {
        if (archive.own().isPresent()) {
            OwnArchive own = archive.own().get();
            examine(own);
            damages.sort(Comparator.comparingLong(Damage::offset));
            return new ArchiveReport(depth, bytes.length(), own.index().map(BlockIndex::blocks).orElse(0),
                    List.copyOf(damages));
        }
        examineForeign(archive.foreign().orElseThrow());
        return new ArchiveReport(CheckDepth.FULL, bytes.length(), 0, List.copyOf(damages));
    }

    private void examine(OwnArchive own) throws IOException {
        OwnArchive.Headers headers = own.headers();
        compare(0, headers.dump().localHeader(), Damage.Region.LOCAL_HEADER);
        if (own.index().isEmpty()) {
            damages.add(own.indexDamage());
            // Counted in bytes of the dump, which would not fit the other parts' progress.
            examineDump(Progress.NONE);
        } else {
            examineBlocks(own.index().get());
        }
        compare(headers.index().headerOffset() - ArchiveParts.DEFLATE_END_BYTES, ArchiveParts.deflateEnd().array(),
                Damage.Region.DUMP_END);
        compare(headers.index().headerOffset(), headers.index().localHeader(), Damage.Region.INDEX);
        if (own.index().isPresent() && crcOf(headers.index()) != headers.index().crc32()) {
            damages.add(own.indexDamage());
        }
        compare(headers.manifest().headerOffset(), headers.manifest().localHeader(), Damage.Region.MANIFEST);
        if (own.manifest().isEmpty() || own.contradictory()
                || crcOf(headers.manifest()) != headers.manifest().crc32()) {
            damages.add(own.manifestDamage());
        }
        examineEnding(own.layout().directoryOffset(), headers.ending());
        progress.advanced(bytes.length(), bytes.length());
    }

    private void examineBlocks(BlockIndex index) throws IOException {
        new BlockWalk(bytes, archive.name(), index).ask(question, run -> {
            damages.addAll(run.damages());
            progress.advanced(run.archiveEnd(), bytes.length());
        });
    }

    /** The dump as an ordinary entry, where there are no blocks to be looked at. */
    private void examineDump(Progress told) {
        PlainDump dump = archive.dump();
        if (!dump.copyTo(plain -> {}, told)) {
            damages.add(new Damage(Damage.Region.DUMP, dump.offset(), dump.encodedBytes(), -1, -1));
        }
    }

    private void examineForeign(FoundEntry found) throws IOException {
        long start = found.headerOffset();
        try {
            if (!LocalHeader.read(bytes, start).agreesWith(found)) {
                damages.add(new Damage(Damage.Region.LOCAL_HEADER, start, archive.dump().offset() - start, -1, -1));
            }
        } catch (ZipFlaw e) {
            damages.add(new Damage(Damage.Region.LOCAL_HEADER, start, archive.dump().offset() - start, -1, -1));
        }
        examineDump(progress);
    }

    private void compare(long offset, byte[] expected, Damage.Region region) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(expected.length);
        read(offset, found);
        if (!Arrays.equals(found.array(), expected)) {
            damages.add(new Damage(region, offset, expected.length, -1, -1));
        }
    }

    private void examineEnding(long offset, byte[] expected) throws IOException {
        long length = bytes.length() - offset;
        if (length == expected.length) {
            compare(offset, expected, Damage.Region.DIRECTORY);
        } else {
            damages.add(new Damage(Damage.Region.DIRECTORY, offset, length, -1, -1));
        }
    }

    private int crcOf(ZipEntry entry) throws IOException {
        var crc = new CRC32();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long done = 0; done < entry.encodedBytes(); done += piece.limit()) {
            piece.clear().limit((int) Math.min(PIECE, entry.encodedBytes() - done));
            read(entry.dataOffset() + done, piece);
            crc.update(piece.flip());
        }
        return (int) crc.getValue();
    }

    private void read(long offset, ByteBuffer target) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw BackupFault.of(FaultCode.CANCELLED, archive.name());
        }
        bytes.read(offset, target);
    }
}
