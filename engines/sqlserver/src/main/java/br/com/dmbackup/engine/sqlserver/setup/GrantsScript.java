package br.com.dmbackup.engine.sqlserver.setup;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.Messages;
import java.util.stream.Collectors;

/**
 * The T-SQL that gives a login what backups, verifications and drills need, and no more; an administrator runs it in
 * SQL Server Management Studio or with {@code sqlcmd}.
 *
 * @param database the live database's name on the server
 * @param login the login to be made
 */
public record GrantsScript(String database, String login) {
    /** What a person is told to have in mind as its password. */
    private static final String PASSWORD = "sqlserver.grants.password";

    /** The script, its comments in the person's language. */
    public String text(Messages words) {
        String user = Sql.quoted(login);
        return String.join("\n", comment(words, "head", database, login), "", "USE [master];", "GO",
                isOfWindows() ? "CREATE LOGIN " + user + " FROM WINDOWS;" : withPassword(words, user),
                comment(words, "create"),
                "GRANT CREATE ANY DATABASE TO " + user + ";", "GO", "",
                "USE " + Sql.quoted(database) + ";", "GO",
                "CREATE USER " + user + " FOR LOGIN " + user + ";",
                comment(words, "backup"),
                "ALTER ROLE [db_backupoperator] ADD MEMBER " + user + ";",
                comment(words, "definition"),
                "GRANT VIEW DEFINITION TO " + user + ";", "GO", "",
                "USE [msdb];", "GO",
                comment(words, "history"),
                "CREATE USER " + user + " FOR LOGIN " + user + ";",
                "GRANT SELECT ON dbo.backupset TO " + user + ";",
                "GRANT SELECT ON dbo.backupmediafamily TO " + user + ";",
                "GRANT SELECT ON dbo.suspect_pages TO " + user + ";", "GO", "",
                comment(words, "state", user), "", comment(words, "restore"), "");
    }

    private boolean isOfWindows() {
        return login.contains("\\");
    }

    private static String withPassword(Messages words, String user) {
        return comment(words, "login") + "\nCREATE LOGIN " + user + " WITH PASSWORD = "
                + Sql.literal(words.text(PASSWORD)) + ";";
    }

    /** The same without comments: what is sent, one batch for each {@code GO}. */
    public java.util.List<String> batches(Messages words) {
        String statements = text(words).lines().filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return java.util.Arrays.stream(statements.split("(?m)^GO$")).map(String::strip)
                .filter(batch -> !batch.isEmpty()).toList();
    }

    private static String comment(Messages words, String key, Object... arguments) {
        return words.text("sqlserver.grants." + key, arguments).lines().map(line -> "-- " + line)
                .collect(Collectors.joining("\n"));
    }
}
