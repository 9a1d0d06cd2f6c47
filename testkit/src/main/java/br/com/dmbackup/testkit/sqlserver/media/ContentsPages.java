package br.com.dmbackup.testkit.sqlserver.media;

import br.com.dmbackup.testkit.mtf.MtfPage;
import br.com.dmbackup.testkit.sqlserver.state.Contents;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import br.com.dmbackup.testkit.sqlserver.state.User;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Contents as bodies of pages, and back. The catalogue first, then each table from a page of its own, so that a row
 * changed in place changes one page. What stands in the pages is the double's own: a real server's rows are not
 * imitated, only its pages.
 */
final class ContentsPages {
    private static final int LENGTH_FIELD = 4;
    private static final int ROOM = MtfPage.BYTES - MtfPage.BODY - LENGTH_FIELD;
    private static final int NULL = 0;
    private static final int NUMBER = 1;
    private static final int TEXT = 2;

    private ContentsPages() {}

    static List<byte[]> bodies(Contents contents) {
        try {
            List<byte[]> bodies = new ArrayList<>();
            addBodies(bodies, catalogue(contents));
            for (Table table : contents.tables()) {
                addBodies(bodies, rows(table));
            }
            return bodies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contents contents(List<byte[]> bodies) throws MediaFault {
        try {
            BodyReader reader = new BodyReader(bodies);
            DataInputStream in = reader.next();
            RecoveryModel model = RecoveryModel.valueOf(in.readUTF());
            int level = in.readInt();
            String ownerSid = in.readUTF();
            List<User> users = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                users.add(new User(in.readUTF(), in.readUTF(), Set.of(in.readUTF().split(","))));
            }
            List<Table> tables = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                tables.add(definition(in));
            }
            for (int i = 0; i < tables.size(); i++) {
                tables.set(i, withRows(tables.get(i), reader.next()));
            }
            return new Contents(model, level, ownerSid, users, tables);
        } catch (IOException | RuntimeException e) {
            throw new MediaFault(MediaFault.Kind.BAD_PAGE, "1:0");
        }
    }

    private static byte[] catalogue(Contents contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(contents.recoveryModel().name());
        out.writeInt(contents.compatibilityLevel());
        out.writeUTF(contents.ownerSid());
        out.writeInt(contents.users().size());
        for (User user : contents.users()) {
            out.writeUTF(user.name());
            out.writeUTF(user.sid());
            out.writeUTF(String.join(",", new TreeSet<>(user.roles())));
        }
        out.writeInt(contents.tables().size());
        for (Table table : contents.tables()) {
            out.writeUTF(table.schema());
            out.writeUTF(table.name());
            out.writeInt(table.columns().size());
            for (TableColumn column : table.columns()) {
                out.writeUTF(column.name());
                out.writeBoolean(column.text());
            }
        }
        return bytes.toByteArray();
    }

    private static Table definition(DataInputStream in) throws IOException {
        String schema = in.readUTF();
        String name = in.readUTF();
        List<TableColumn> columns = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            columns.add(new TableColumn(in.readUTF(), in.readBoolean()));
        }
        return new Table(schema, name, columns, List.of());
    }

    private static byte[] rows(Table table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (List<@Nullable Object> row : table.rows()) {
            for (Object value : row) {
                switch (value) {
                    case null -> out.writeByte(NULL);
                    case Number number -> {
                        out.writeByte(NUMBER);
                        out.writeLong(number.longValue());
                    }
                    default -> {
                        out.writeByte(TEXT);
                        out.writeUTF(value.toString());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Table withRows(Table table, DataInputStream in) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (in.available() > 0) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                row.add(switch (in.readByte()) {
                    case NULL -> null;
                    case NUMBER -> in.readLong();
                    default -> in.readUTF();
                });
            }
            rows.add(row);
        }
        return table.withRows(rows);
    }

    /** Each body begins with its length; the last of a piece is the first that is not full. */
    private static void addBodies(List<byte[]> bodies, byte[] piece) {
        int at = 0;
        int count;
        do {
            count = Math.min(ROOM, piece.length - at);
            bodies.add(ByteBuffer.allocate(LENGTH_FIELD + count).putInt(count).put(piece, at, count).array());
            at += count;
        } while (count == ROOM);
    }

    private static final class BodyReader {
        private final List<byte[]> bodies;
        private int next;

        BodyReader(List<byte[]> bodies) {
            this.bodies = bodies;
        }

        DataInputStream next() {
            ByteArrayOutputStream piece = new ByteArrayOutputStream();
            int count;
            do {
                ByteBuffer body = ByteBuffer.wrap(bodies.get(next));
                next++;
                count = body.getInt();
                piece.write(body.array(), LENGTH_FIELD, count);
            } while (count == ROOM);
            return new DataInputStream(new ByteArrayInputStream(piece.toByteArray()));
        }
    }
}
