package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.media.SetInfo;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a backup can become a database here, and where its files come to lie. */
final class RestorePlan {
    private final Instance instance;
    private final SetInfo info;
    private final Optional<Database> existing;

    RestorePlan(Instance instance, SetInfo info, Optional<Database> existing) {
        this.instance = instance;
        this.info = info;
        this.existing = existing;
    }

    /** Newer than this server, no full backup, another database's, or in danger of losing the tail of a log. */
    void checkOrigin(boolean replace) {
        Product product = instance.product();
        if (info.databaseVersion() > product.databaseVersion()) {
            throw SqlError.of(3169, Product.messageVersion(info.major(), info.minor(), info.build()),
                    product.messageVersion());
        }
        if (info.type() != 'D') {
            throw SqlError.of(3117);
        }
        if (existing.isPresent() && !replace) {
            if (!existing.get().name().equalsIgnoreCase(info.database())) {
                throw SqlError.of(3154, existing.get().name());
            }
            if (existing.get().hasTail()) {
                throw SqlError.of(3159, existing.get().name());
            }
        }
    }

    /** The files with their new places, or why they cannot lie there. */
    List<DatabaseFile> place(Map<String, String> moves) {
        Set<String> unknown = new HashSet<>(moves.keySet());
        info.files().forEach(file -> unknown.remove(file.logicalName()));
        if (!unknown.isEmpty()) {
            throw SqlError.of(3234, unknown.iterator().next(), info.database()).and(ServerMessage.of(3119));
        }
        List<DatabaseFile> placed = new ArrayList<>();
        for (DatabaseFile file : info.files()) {
            DatabaseFile there = file.at(Path.of(moves.getOrDefault(file.logicalName(), file.path().toString())));
            checkPlace(there);
            placed.add(there);
        }
        checkRoom(placed);
        return placed;
    }

    private void checkPlace(DatabaseFile file) {
        String refusal = instance.disk().refusalToWrite(file.path());
        if (!refusal.isEmpty()) {
            int number = refusal.startsWith("3") ? 5133 : 5120;
            throw SqlError.of(number, file.path(), refusal)
                    .and(ServerMessage.of(3156, file.logicalName(), file.path())).and(ServerMessage.of(3119));
        }
        for (Database other : instance.databases()) {
            boolean taken = other.files().stream().anyMatch(used -> used.path().equals(file.path()));
            if (taken && !existing.filter(own -> own == other).isPresent()) {
                throw SqlError.of(1834, file.path(), other.name())
                        .and(ServerMessage.of(3156, file.logicalName(), file.path())).and(ServerMessage.of(3119));
            }
        }
    }

    private void checkRoom(List<DatabaseFile> files) {
        long data = files.stream().filter(file -> !file.log()).mapToLong(DatabaseFile::bytes).sum();
        long limit = instance.product().sizeLimitBytes();
        if (data > limit) {
            throw SqlError.of(1827, limit >> 20);
        }
        long needed = files.stream().mapToLong(DatabaseFile::bytes).sum()
                - existing.stream().flatMap(database -> database.files().stream()).mapToLong(DatabaseFile::bytes).sum();
        if (needed > instance.disk().free()) {
            throw SqlError.of(3257, instance.dataFolder(), needed, instance.disk().free())
                    .and(ServerMessage.of(3119));
        }
    }
}
