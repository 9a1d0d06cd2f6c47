package br.com.dmbackup.journeys;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A real engine whose dumps somebody has replaced, and which swears that they are whole. */
@SuppressWarnings("ArrayRecordComponent")
record ForgedDumps(DatabaseEngine real, byte[] dump) implements DatabaseEngine {
    @Override
    public Dump dump(Path stagingFolder, Progress progress) {
        Path file = stagingFolder.resolve("forged.bak");
        try {
            Files.write(file, dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Forged(file);
    }

    private record Forged(Path file) implements FileDump {
        @Override
        public DumpEnd finish() {
            return new DumpEnd("whole, word of honour", new TreeMap<>());
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public String kind() {
        return real.kind();
    }

    @Override
    public String databaseName() {
        return real.databaseName();
    }

    @Override
    public ServiceStatus checkService() {
        return real.checkService();
    }

    @Override
    public DatabaseFacts facts() {
        return real.facts();
    }

    @Override
    public boolean recognises(byte[] head) {
        return real.recognises(head);
    }

    @Override
    public Restore restore(RestoreTarget target, long dumpBytes, Path stagingFolder) {
        return real.restore(target, dumpBytes, stagingFolder);
    }

    @Override
    public Optional<String> swapIn(RestoredDatabase replacement) {
        return real.swapIn(replacement);
    }

    @Override
    public void drop(RestoredDatabase restored) {
        real.drop(restored);
    }

    @Override
    public List<String> dropLeftovers() {
        return real.dropLeftovers();
    }

    @Override
    public void close() {
        real.close();
    }
}
