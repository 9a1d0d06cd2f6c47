package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.media.BackupFile;
import br.com.dmbackup.testkit.sqlserver.media.MediaFault;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.Contents;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.state.Rights;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RESTORE DATABASE from a file. Once it has begun, whatever ends it early leaves the database RESTORING. */
final class Restore {
    private static final String WORD = "RESTORE DATABASE";
    private static final Set<String> OPTIONS = Set.of("FILE", "MOVE", "REPLACE", "CHECKSUM", "STATS", "RECOVERY",
            "NORECOVERY");
    private static final int LOG_PAGES = 2;
    private final Call call;
    private final Options options;
    private final Path path;

    private Restore(Call call, Options options, Path path) {
        this.call = call;
        this.options = options;
        this.path = path;
    }

    static void run(Call call, Arguments arguments) {
        Options options = Options.parse(arguments.raw("options"), call.parameters(), OPTIONS);
        try {
            new Restore(call, options, Path.of(arguments.text("path"))).run(arguments.text("db"));
        } catch (SqlError e) {
            throw e.terminating(WORD);
        }
    }

    /** The end of a restore in steps: what was left RESTORING opens. */
    static void recover(Call call, Arguments arguments) {
        Database database = Reach.existing(call.instance(), arguments.text("db"));
        if (database.state() != DatabaseState.RESTORING) {
            throw SqlError.of(3101).terminating(WORD);
        }
        database.set(DatabaseState.ONLINE);
        call.answer().say(Outcome.success(WORD, 0, call.instance().now(), call.instance().now()));
    }

    private void run(String name) {
        Reach.noTransaction(call.client());
        Instance instance = call.instance();
        Optional<Database> existing = instance.database(name);
        checkRights(name, existing);
        if (call.client().database().equalsIgnoreCase(name)) {
            throw SqlError.of(3102, name);
        }
        BackupFile file = Device.open(instance, path);
        RestorePlan plan = new RestorePlan(instance, file.info(), existing);
        if (options.has("CHECKSUM")) {
            Device.needChecksums(instance, file);
        }
        plan.checkOrigin(options.has("REPLACE"));
        if (existing.isPresent() && !instance.othersIn(name, call.client()).isEmpty()) {
            throw SqlError.of(3101);
        }
        List<DatabaseFile> files = plan.place(options.moves());
        if (existing.isPresent() && !existing.get().begin()) {
            throw SqlError.of(3101);
        }
        Database database = existing.orElseGet(() -> create(name, files));
        try {
            fill(database, file, files);
        } finally {
            database.end();
        }
    }

    private void checkRights(String name, Optional<Database> existing) {
        if (existing.isPresent() && !Rights.mayRestoreOver(call.client().login(), existing.get())) {
            throw SqlError.of(3110, name);
        }
        if (existing.isEmpty() && !call.client().login().mayCreate()) {
            throw SqlError.of(262, "CREATE DATABASE", "master");
        }
    }

    private Database create(String name, List<DatabaseFile> files) {
        Database database = call.instance().create(name, call.client().login().name(), files);
        database.begin();
        return database;
    }

    private void fill(Database database, BackupFile file, List<DatabaseFile> files) {
        LocalDateTime start = call.instance().now();
        database.set(DatabaseState.RESTORING);
        Percentages percentages = new Percentages(call, options.number("STATS", 0));
        for (int page = 0; page < file.pages(); page += 8) {
            percentages.done(page, file.pages());
        }
        Device.check(file, path);
        call.instance().moveFiles(database, files);
        database.replaceContents(contents(file));
        database.restoredBy(call.client().login().name());
        percentages.end();
        for (DatabaseFile each : files) {
            call.answer().say(ServerMessage.of(4035, each.log() ? LOG_PAGES : file.pages(), database.name(),
                    each.logicalName(), 1));
        }
        if (!options.has("NORECOVERY")) {
            database.set(DatabaseState.ONLINE);
        }
        call.answer().say(Outcome.success(WORD, file.pages() + LOG_PAGES, start, call.instance().now()));
    }

    private Contents contents(BackupFile file) {
        try {
            return file.contents();
        } catch (MediaFault e) {
            throw Device.error(e, path, file.info().database());
        }
    }
}
