package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All statements that the double knows, in one table; see {@link Template} for the gaps. */
public final class StatementTable {
    private static final List<Entry> ENTRIES = List.of(
            // The product's: backups.
            on("BACKUP DATABASE {db:target} TO DISK = {path:text} WITH {options:rest}", Backup::database),
            on("BACKUP LOG {db:target} TO DISK = {path:text} WITH {options:rest}", Backup::log),
            on("RESTORE VERIFYONLY FROM DISK = {path:text} WITH {options:rest}", MediaQuestions::verify),
            on("RESTORE HEADERONLY FROM DISK = {path:text}", MediaQuestions::header),
            on("RESTORE FILELISTONLY FROM DISK = {path:text} WITH FILE = 1", MediaQuestions::fileList),
            on("RESTORE DATABASE {db:target} FROM DISK = {path:text} WITH {options:rest}", Restore::run),
            on("RESTORE DATABASE {db:target} WITH RECOVERY", Restore::recover),
            on("DBCC CHECKDB ({db:name}) WITH NO_INFOMSGS", Check::run),
            on("DBCC CHECKDB ({db:text}) WITH NO_INFOMSGS", Check::run),
            // The product's: databases.
            on("CREATE DATABASE {db:name}", DatabaseChanges::create),
            on("DROP DATABASE {db:name}", DatabaseChanges::drop),
            on("DROP DATABASE IF EXISTS {db:name}", DatabaseChanges::dropIfThere),
            on("ALTER DATABASE {db:name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE", DatabaseChanges::singleUser),
            on("ALTER DATABASE {db:name} SET MULTI_USER", DatabaseChanges::multiUser),
            on("ALTER DATABASE {db:name} SET MULTI_USER WITH ROLLBACK IMMEDIATE", DatabaseChanges::multiUser),
            on("ALTER DATABASE {db:name} SET OFFLINE WITH ROLLBACK IMMEDIATE", DatabaseChanges::offline),
            on("ALTER DATABASE {db:name} SET EMERGENCY", DatabaseChanges::emergency),
            on("EXEC sp_detach_db @dbname = {db:text}, @skipchecks = N'true'", DatabaseChanges::detach),
            on("ALTER DATABASE {db:name} SET ONLINE", DatabaseChanges::online),
            on("ALTER DATABASE {db:name} SET RECOVERY {model:word}", DatabaseChanges::recovery),
            on("ALTER DATABASE {db:name} MODIFY NAME = {to:name}", DatabaseChanges::rename),
            on("ALTER AUTHORIZATION ON DATABASE::{db:name} TO {login:name}", DatabaseChanges::owner),
            // A technician's: logins and grants.
            on("CREATE LOGIN {login:name} WITH PASSWORD = {password:text}", Security::createLogin),
            on("CREATE USER {user:name} FOR LOGIN {login:name}", Security::createUser),
            on("ALTER USER {user:name} WITH LOGIN = {login:name}", Security::remapUser),
            on("ALTER ROLE {role:name} ADD MEMBER {user:name}", Security::addToRole),
            on("ALTER SERVER ROLE {role:name} ADD MEMBER {login:name}", Security::addToServerRole),
            on("GRANT {permission:rest} TO {login:name}", Security::grant),
            // Questions.
            on("EXEC master.dbo.xp_instance_regread N'HKEY_LOCAL_MACHINE', "
                    + "N'Software\\Microsoft\\MSSQLServer\\MSSQLServer', N'BackupDirectory'",
                    Questions::backupDirectory),
            on("SELECT BulkColumn FROM OPENROWSET(BULK {path:text}, SINGLE_BLOB) x", Questions::fileContent),
            on("SELECT {list:rest}", Questions::select),
            on("CREATE TABLE {table:path} ({columns:rest})", TableChanges::create),
            on("INSERT INTO {table:path} ({columns:rest}) VALUES ({values:rest})", TableChanges::insert),
            // The driver's own.
            on("use {db:name}", SessionStatements::use), on("USE {db:name}", SessionStatements::use),
            on("set implicit_transactions on", SessionStatements::implicitOn),
            on("set implicit_transactions off", SessionStatements::implicitOff),
            on("set implicit_transactions off IF @@TRANCOUNT > 0 COMMIT TRAN", SessionStatements::implicitOff),
            on("IF @@TRANCOUNT > 0 COMMIT TRAN", SessionStatements::end),
            on("IF @@TRANCOUNT > 0 ROLLBACK TRAN", SessionStatements::end),
            on("BEGIN TRAN", SessionStatements::begin), on("BEGIN TRANSACTION", SessionStatements::begin),
            on("COMMIT TRAN", SessionStatements::end), on("ROLLBACK TRAN", SessionStatements::end),
            on("SET NOCOUNT ON DECLARE @granted int EXEC @granted = sp_getapplock @Resource = {resource:text}, "
                    + "@LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0 SELECT @granted AS granted",
                    SessionStatements::lock),
            on("SET NOCOUNT ON DECLARE @released int EXEC @released = sp_releaseapplock @Resource = {resource:text}, "
                    + "@LockOwner = N'Session' SELECT @released AS released", SessionStatements::unlock),
            on("WAITFOR DELAY {time:text}", SessionStatements::waitFor),
            on("set lock_timeout {millis:word}", SessionStatements::nothing),
            on("SET LOCK_TIMEOUT {millis:word}", SessionStatements::nothing),
            on("SET LOCK_TIMEOUT -1", SessionStatements::nothing),
            on("SET NOCOUNT ON", SessionStatements::nothing));
    /** Semicolons outside of strings and brackets. */
    private static final Pattern PIECE = Pattern.compile("(?:N?'(?:[^']|'')*'|\\[(?:[^]]|]])+]|[^;'\\[])+");

    private interface Work {
        void run(Call call, Arguments arguments);
    }

    private record Entry(Template template, Work work) {}

    /** A statement ready to run. */
    public interface Statement {
        void run();
    }

    private StatementTable() {}

    /** The statements of a batch, before any of them has run; an {@link UnknownStatement} where one is not known. */
    public static List<Statement> parse(Call batch) {
        List<Statement> statements = new ArrayList<>();
        Matcher piece = PIECE.matcher(batch.text());
        while (piece.find()) {
            if (!piece.group().isBlank()) {
                statements.add(one(batch.of(piece.group())));
            }
        }
        return statements;
    }

    private static Statement one(Call call) {
        for (Entry entry : ENTRIES) {
            Optional<Matcher> match = entry.template().match(call.text());
            if (match.isPresent()) {
                Arguments arguments = new Arguments(match.get(), call.parameters());
                return () -> {
                    call.reach(Moment.START);
                    entry.work().run(call, arguments);
                    call.reach(Moment.END);
                };
            }
        }
        throw new UnknownStatement(call.text().strip());
    }

    private static Entry on(String words, Work work) {
        return new Entry(Template.of(words), work);
    }
}
