package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.StreamDump;
import br.com.dmbackup.core.program.RunningProgram;
import br.com.dmbackup.core.program.Tee;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.channels.ReadableByteChannel;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;

/** {@code pg_dump} at work in a snapshot, with a {@code pg_restore} that reads along. */
final class SnapshotDump implements StreamDump {
    private final String database;
    private final Tools tools;
    private final ToolFaults toolFaults;
    private final PostgresFaults faults;
    private final Snapshot snapshot;
    private final ToolAccess access;
    private final RunningProgram dump;
    private final DumpProof proof;
    private final ProvenStream stream;

    private SnapshotDump(DumpOrder order, Snapshot snapshot, ToolAccess access, RunningProgram dump, DumpProof proof) {
        this.database = order.database();
        this.tools = order.tools();
        this.toolFaults = order.toolFaults();
        this.faults = order.faults();
        this.snapshot = snapshot;
        this.access = access;
        this.dump = dump;
        this.proof = proof;
        this.stream = new ProvenStream(new Tee(dump.output(), proof.witness()), snapshot::startCounting);
    }

    /** What is to be dumped, and by what. */
    record DumpOrder(String database, Tools tools, ToolFaults toolFaults, PostgresFaults faults) {}

    /** Takes both over: closing the dump closes them. */
    static SnapshotDump start(DumpOrder order, Snapshot snapshot, ToolAccess access) {
        RunningProgram dump = access.program(order.tools().dump(), List.of("--format=custom", "--compress=0",
                "--no-password", "--snapshot=" + snapshot.id(), "--lock-wait-timeout=60s", ToolAccess.database()))
                .start();
        try {
            return new SnapshotDump(order, snapshot, access, dump, DumpProof.ofStream(order.tools()));
        } catch (RuntimeException failed) {
            dump.close();
            throw failed;
        }
    }

    @Override
    public ReadableByteChannel stream() {
        return stream;
    }

    /** The numbers of the children, for whoever watches them. */
    List<Long> processIds() {
        return List.of(dump.processId(), proof.processId());
    }

    @Override
    public DumpEnd finish() {
        if (stream.wasRefused()) {
            throw refused();
        }
        if (!stream.atEnd()) {
            throw BackupFault.of(FaultCode.DUMP_INCOMPLETE, database, "EOF");
        }
        if (dump.exitCode() != 0) {
            throw toolFaults.ofDump(dump);
        }
        proof.require(database, FaultCode.DUMP_INCOMPLETE);
        SortedMap<String, Long> rows = rowCounts();
        return new DumpEnd("pg_dump " + tools.version() + ": exit 0, snapshot " + snapshot.id() + "; pg_restore read "
                + stream.bytes() + " bytes: exit 0", rows);
    }

    /** The reader would not go on: either the dump died under it, or its bytes are wrong. */
    private BackupFault refused() {
        boolean died = dump.exitCode(java.time.Duration.ofSeconds(1)).filter(code -> code != 0).isPresent();
        return died ? toolFaults.ofDump(dump) : proof.fault(database, FaultCode.DUMP_INCOMPLETE);
    }

    private SortedMap<String, Long> rowCounts() {
        try {
            return snapshot.rowCounts();
        } catch (SQLException failed) {
            throw faults.of(failed, database, FaultCode.DUMP_FAILED);
        }
    }

    @Override
    public void close() {
        dump.close();
        proof.close();
        snapshot.close();
        access.close();
    }
}
