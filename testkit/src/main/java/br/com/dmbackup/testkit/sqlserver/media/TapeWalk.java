package br.com.dmbackup.testkit.sqlserver.media;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One walk over all blocks and streams of a file, each seal compared. A file whose last blocks are not those of a
 * complete backup was cut short.
 */
final class TapeWalk {
    private static final int BLOCK = 52;
    private static final int STREAM = 22;
    private static final String FILEMARK = "SFMB";
    private static final List<String> END = List.of("MSLS", FILEMARK, "ESET", "ESET", FILEMARK);
    private final byte[] bytes;
    private final Map<String, TapeBytes> blocks = new LinkedHashMap<>();
    private final Map<String, TapeBytes> streams = new LinkedHashMap<>();
    private final java.util.ArrayList<String> order = new java.util.ArrayList<>();
    private int dataOffset;
    private int dataLength;
    private int at;

    private TapeWalk(byte[] bytes) {
        this.bytes = bytes;
    }

    static TapeWalk over(byte[] bytes) throws MediaFault {
        TapeWalk walk = new TapeWalk(bytes);
        if (bytes.length < BLOCK || !walk.piece(0, BLOCK).ascii(0, 4).equals("TAPE")) {
            throw new MediaFault(MediaFault.Kind.NOT_A_BACKUP, "no tape header");
        }
        while (walk.at < bytes.length) {
            walk.block();
        }
        if (walk.order.size() < END.size()
                || !walk.order.subList(walk.order.size() - END.size(), walk.order.size()).equals(END)) {
            throw new MediaFault(MediaFault.Kind.CUT_SHORT, "ends after " + walk.order.getLast());
        }
        return walk;
    }

    TapeBytes block(String type) throws MediaFault {
        return found(blocks, type);
    }

    /** Of several the last. */
    TapeBytes lastStream(String id) throws MediaFault {
        return found(streams, id);
    }

    /** Where the pages begin. */
    int dataOffset() {
        return dataOffset;
    }

    int dataLength() {
        return dataLength;
    }

    private static TapeBytes found(Map<String, TapeBytes> where, String what) throws MediaFault {
        TapeBytes found = where.get(what);
        if (found == null) {
            throw new MediaFault(MediaFault.Kind.NOT_TAPE_FORMAT, "no " + what);
        }
        return found;
    }

    private void block() throws MediaFault {
        TapeBytes header = piece(at, BLOCK);
        if (!header.isSealed(0, BLOCK - 2)) {
            throw new MediaFault(MediaFault.Kind.NOT_TAPE_FORMAT, "block at " + at);
        }
        String type = header.ascii(0, 4);
        order.add(type);
        if (type.equals(FILEMARK)) {
            int sector = block("TAPE").u16(64) * 512;
            piece(at, sector);
            at += sector;
            return;
        }
        int streamsFrom = header.u16(8);
        blocks.putIfAbsent(type, piece(at, streamsFrom));
        at += streamsFrom;
        boolean more = true;
        while (more) {
            more = stream();
        }
    }

    /** Whether another stream follows in the same block. */
    private boolean stream() throws MediaFault {
        TapeBytes header = piece(at, STREAM);
        if (!header.isSealed(0, STREAM - 2)) {
            throw new MediaFault(MediaFault.Kind.NOT_TAPE_FORMAT, "stream at " + at);
        }
        String id = header.ascii(0, 4);
        long length = header.i64(8);
        at += STREAM;
        if (length < 0 || length > bytes.length - at) {
            throw new MediaFault(MediaFault.Kind.CUT_SHORT, "inside " + id);
        }
        if (id.equals("MQDA") && length > 0) {
            dataOffset = at + 2;
            dataLength = (int) length - 2;
        } else if (id.equals("MQCI")) {
            streams.put(id, piece(at, (int) length));
        }
        at = Math.toIntExact(at + length);
        if (id.equals("SPAD")) {
            return false;
        }
        at += Math.floorMod(-at, 4);
        return true;
    }

    private TapeBytes piece(int from, int count) throws MediaFault {
        if (count < 0 || count > bytes.length - from) {
            throw new MediaFault(MediaFault.Kind.CUT_SHORT, "at " + from);
        }
        return new TapeBytes(Arrays.copyOfRange(bytes, from, from + count));
    }
}
