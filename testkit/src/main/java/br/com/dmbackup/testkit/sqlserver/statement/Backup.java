package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.mtf.MtfDatabase;
import br.com.dmbackup.testkit.mtf.MtfServer;
import br.com.dmbackup.testkit.mtf.MtfSet;
import br.com.dmbackup.testkit.mtf.MtfWriter;
import br.com.dmbackup.testkit.sqlserver.media.BackupFile;
import br.com.dmbackup.testkit.sqlserver.media.DataExtents;
import br.com.dmbackup.testkit.sqlserver.media.MediaFault;
import br.com.dmbackup.testkit.sqlserver.media.SetInfo;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.state.BackupRecord;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.Rights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Set;

/** BACKUP DATABASE and BACKUP LOG into a file. The checks come in the server's order, each followed by 3013. */
final class Backup {
    private static final Set<String> OPTIONS = Set.of("FORMAT", "INIT", "CHECKSUM", "STATS", "NAME", "DESCRIPTION",
            "COPY_ONLY", "COMPRESSION", "NO_COMPRESSION", "DIFFERENTIAL", "SKIP", "NOREWIND", "NOUNLOAD");
    private static final int LOG_PAGES = 2;
    private static final int LOG_RECORD = 1024;
    private final Call call;
    private final Options options;
    private final Path path;
    private final boolean log;
    private final String word;

    private Backup(Call call, Options options, Path path, boolean log) {
        this.call = call;
        this.options = options;
        this.path = path;
        this.log = log;
        this.word = log ? "BACKUP LOG" : "BACKUP DATABASE";
    }

    static void database(Call call, Arguments arguments) {
        run(call, arguments, false);
    }

    static void log(Call call, Arguments arguments) {
        run(call, arguments, true);
    }

    private static void run(Call call, Arguments arguments, boolean log) {
        Options options = Options.parse(arguments.raw("options"), call.parameters(), OPTIONS);
        if (!options.has("INIT")) {
            throw new UnknownStatement("BACKUP that appends (the double needs INIT)");
        }
        Backup backup = new Backup(call, options, Path.of(arguments.text("path")), log);
        try {
            backup.run(arguments.text("db"));
        } catch (SqlError e) {
            throw e.terminating(backup.word);
        }
    }

    private void run(String name) {
        Reach.noTransaction(call.client());
        if (name.equalsIgnoreCase("tempdb")) {
            throw SqlError.of(3147);
        }
        Database database = Reach.existing(call.instance(), name);
        if (!Rights.mayBackUp(call.client().login(), database)) {
            throw SqlError.of(262, word, database.name());
        }
        Reach.open(call.instance(), call.client(), name);
        checkRules(database);
        String refusal = call.instance().disk().refusalToWrite(path);
        if (!refusal.isEmpty()) {
            throw SqlError.of(3201, path, refusal);
        }
        if (!database.begin()) {
            throw SqlError.of(3023);
        }
        try {
            write(database);
        } finally {
            database.end();
        }
    }

    private void checkRules(Database database) {
        if (log && database.recoveryModel() == RecoveryModel.SIMPLE) {
            throw SqlError.of(4208);
        }
        if (log && !database.hadFull()) {
            throw SqlError.of(4214);
        }
        if (options.has("DIFFERENTIAL") && !database.hasDifferentialBase()) {
            throw SqlError.of(3035, database.name());
        }
        if (options.has("COMPRESSION")) {
            if (call.instance().product().isExpress()) {
                throw SqlError.of(1844, "BACKUP DATABASE WITH COMPRESSION", call.instance().product().edition());
            }
            throw new UnknownStatement("COMPRESSION (the double writes no compressed files)");
        }
    }

    private void write(Database database) {
        OffsetDateTime start = OffsetDateTime.now(call.instance().clock());
        DataExtents extents = new DataExtents(database.contents());
        try (DiskChannel channel = new DiskChannel(path, call.instance().disk());
                MtfWriter writer = new MtfWriter(channel, set(database, extents, start))) {
            writer.begin();
            Percentages percentages = new Percentages(call, options.number("STATS", 0));
            percentages.done(0, extents.count());
            if (!log) {
                pages(database, extents, writer, percentages);
            }
            writer.log(new byte[LOG_RECORD * LOG_PAGES]);
            percentages.end();
            writer.finish(call.instance().now());
        } catch (DiskChannel.Full e) {
            throw full();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof DiskChannel.Full) {
                throw full();
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finish(database, extents);
    }

    private void pages(Database database, DataExtents extents, MtfWriter writer, Percentages percentages) {
        writer.data(extents.count());
        for (int i = 0; i < extents.count(); i++) {
            int damaged = database.damagedPage();
            if (options.has("CHECKSUM") && damaged >= 0 && damaged / 8 == i) {
                throw SqlError.of(3043, database.name(), "1:" + damaged, database.files().getFirst().path());
            }
            writer.extent(extents.extent(i));
            percentages.done(i + 1L, extents.count());
        }
        writer.endData();
    }

    private void finish(Database database, DataExtents extents) {
        SetInfo info = readBack();
        Instance instance = call.instance();
        instance.add(new BackupRecord(instance.nextNumber(), info.uuid(), database.name(), database.created(),
                info.type(), info.copyOnly(), options.has("CHECKSUM"), call.client().login().name(), info.setName(),
                info.start(), info.finish(), size(),
                info.firstLsn().longValueExact(), info.lastLsn().longValueExact(), path, database.recoveryModel()));
        if (log) {
            database.tookLog();
        } else if (!options.has("DIFFERENTIAL")) {
            database.tookFull(options.has("COPY_ONLY"));
        }
        int pages = log ? 0 : extents.pages();
        for (DatabaseFile file : database.files()) {
            if (file.log() || !log) {
                call.answer().say(ServerMessage.of(4035, file.log() ? LOG_PAGES : pages, database.name(),
                        file.logicalName(), 1));
            }
        }
        call.answer().say(Outcome.success(word, pages + LOG_PAGES, info.start(), info.finish()));
    }

    private SqlError full() {
        return SqlError.of(3202, path, "112(There is not enough space on the disk.)");
    }

    private MtfSet set(Database database, DataExtents extents, OffsetDateTime start) {
        var product = call.instance().product();
        MtfServer server = new MtfServer(call.instance().name(), "CAIXA01", call.client().login().name(),
                product.major(), product.build());
        MtfDatabase described = new MtfDatabase(database.name(), product.databaseVersion(), database.created(),
                database.files().stream().map(file -> new MtfDatabase.MtfFile(file.id(), file.log(),
                        file.logicalName(), file.path().toString(),
                        file.log() ? file.bytes() : Math.max(file.bytes(), extents.bytes()))).toList());
        MtfSet full = MtfSet.full(server, described, start);
        MtfSet named = new MtfSet(server, described, full.id(), options.text("NAME"), MtfSet.Kind.FULL, start);
        return named.of(kind());
    }

    private MtfSet.Kind kind() {
        if (log) {
            return MtfSet.Kind.LOG;
        }
        if (options.has("DIFFERENTIAL")) {
            return MtfSet.Kind.DIFFERENTIAL;
        }
        return options.has("COPY_ONLY") ? MtfSet.Kind.COPY_ONLY : MtfSet.Kind.FULL;
    }

    private SetInfo readBack() {
        try {
            return BackupFile.open(path).info();
        } catch (IOException | MediaFault e) {
            throw new IllegalStateException("the double cannot read what it wrote", e);
        }
    }

    private long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
