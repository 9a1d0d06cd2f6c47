package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.zip.DumpEntry;
import br.com.dmbackup.core.archive.zip.FoundEntry;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipDirectory;
import br.com.dmbackup.core.archive.zip.ZipFlaw;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What opening found out.
 *
 * @param dump the dump as an ordinary entry
 * @param foreign what the directory says of the dump of an archive that is not ours
 * @param own an archive of ours
 */
record OpenedArchive(ZipBytes bytes, String name, PlainDump dump, Optional<FoundEntry> foreign,
        Optional<OwnArchive> own) {
    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};

    static OpenedArchive open(ZipBytes bytes, String name) throws IOException {
        ZipDirectory directory = null;
        ZipFlaw flaw = null;
        List<OwnLayout> tellings = new ArrayList<>();
        try {
            directory = ZipDirectory.read(bytes);
            OwnLayout.told(directory).ifPresent(tellings::add);
        } catch (ZipFlaw e) {
            flaw = e;
        }
        OwnLayout.followed(bytes).ifPresent(tellings::add);
        Optional<OwnArchive> own = OwnArchive.open(bytes, tellings);
        if (own.isPresent()) {
            return own(bytes, name, own.get());
        }
        if (directory == null) {
            throw unreadable(bytes, name, flaw);
        }
        return foreign(bytes, name, directory);
    }

    private static OpenedArchive own(ZipBytes bytes, String name, OwnArchive own) {
        OwnArchive.Headers headers = own.headers();
        long end = own.layout().directoryOffset() + headers.ending().length;
        if (bytes.length() < end) {
            throw BackupFault.of(FaultCode.ARCHIVE_TRUNCATED, name, bytes.length());
        }
        var dump = new PlainDump(bytes, name, headers.dump().method(), own.layout().dumpOffset(),
                headers.dump().encodedBytes(), headers.dump().plainBytes(), headers.dump().crc32());
        return new OpenedArchive(bytes, name, dump, Optional.empty(), Optional.of(own));
    }

    private static OpenedArchive foreign(ZipBytes bytes, String name, ZipDirectory directory) throws IOException {
        List<FoundEntry> dumps = directory.entries().stream().filter(entry -> !ours(entry)).toList();
        int files = directory.files() - directory.entries().size() + dumps.size();
        if (files != 1) {
            throw BackupFault.of(FaultCode.ARCHIVE_WITHOUT_ONE_DUMP, name, files);
        }
        try {
            FoundEntry found = dumps.getFirst();
            DumpEntry entry = DumpEntry.find(bytes, directory, found);
            var dump = new PlainDump(bytes, name, found.method(), entry.dataOffset(), found.encodedBytes(),
                    found.plainBytes(), found.crc32());
            return new OpenedArchive(bytes, name, dump, Optional.of(found), Optional.empty());
        } catch (ZipFlaw e) {
            throw fault(bytes, name, e);
        }
    }

    private static boolean ours(FoundEntry entry) {
        return entry.name().equals(ArchiveParts.INDEX_NAME) || entry.name().equals(ArchiveParts.MANIFEST_NAME);
    }

    private static BackupFault unreadable(ZipBytes bytes, String name, @Nullable ZipFlaw flaw) throws IOException {
        if (flaw != null && flaw.sort() != ZipFlaw.Sort.NO_DIRECTORY) {
            return fault(bytes, name, flaw);
        }
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(LOCAL_HEADER.length, bytes.length()));
        bytes.read(0, start);
        boolean zip = Arrays.equals(start.array(), Arrays.copyOf(LOCAL_HEADER, start.capacity()));
        return zip
                ? BackupFault.of(FaultCode.ARCHIVE_TRUNCATED, name, bytes.length())
                : BackupFault.of(FaultCode.NOT_AN_ARCHIVE, name);
    }

    private static BackupFault fault(ZipBytes bytes, String name, ZipFlaw flaw) {
        return switch (flaw.sort()) {
            case NO_DIRECTORY -> BackupFault.of(FaultCode.ARCHIVE_TRUNCATED, name, bytes.length());
            case BROKEN -> BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, flaw.what());
            case UNSUPPORTED -> BackupFault.of(FaultCode.ARCHIVE_UNSUPPORTED, name, flaw.what());
            case IMPOSSIBLE ->
                BackupFault.of(FaultCode.ARCHIVE_BOMB, name, flaw.declared(), flaw.possible());
        };
    }

    String dumpName() {
        return HarmlessName.of(own.map(archive -> archive.headers().dump().name())
                .or(() -> foreign.map(FoundEntry::name)).orElse(""));
    }
}
