package br.com.dmbackup.testkit.sqlserver.query;

import static br.com.dmbackup.testkit.sqlserver.wire.Column.bit;
import static br.com.dmbackup.testkit.sqlserver.wire.Column.lsn;
import static br.com.dmbackup.testkit.sqlserver.wire.Column.number;
import static br.com.dmbackup.testkit.sqlserver.wire.Column.text;
import static br.com.dmbackup.testkit.sqlserver.wire.Column.time;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.BackupRecord;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Rights;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The system's views of the whole server, with the columns that the product may ask for. */
final class Views {
    private static final int NO_LIMIT = -1;
    private final Instance instance;
    private final Client client;

    Views(Instance instance, Client client) {
        this.instance = instance;
        this.client = client;
    }

    /** By name without the database, as {@code sys.databases} or, of msdb, {@code dbo.backupset}. */
    Optional<Relation> find(String name) {
        return Optional.ofNullable(switch (name) {
            case "sys.databases" -> databases();
            case "sys.master_files" -> masterFiles();
            case "sys.server_principals", "sys.sql_logins" -> logins();
            case "sys.dm_exec_requests" -> requests();
            case "sys.dm_exec_sessions" -> sessions();
            case "sys.dm_server_services" -> services();
            default -> null;
        });
    }

    Optional<Relation> findInHistory(String name) {
        return Optional.ofNullable(switch (name) {
            case "dbo.backupset" -> backupSets();
            case "dbo.backupmediafamily" -> mediaFamilies();
            case "dbo.suspect_pages" -> suspectPages();
            default -> null;
        });
    }

    private Relation databases() {
        Relation view = Relation.of(text("name"), number("database_id", 4), time("create_date"),
                number("compatibility_level", 1), number("state", 1), text("state_desc"), number("recovery_model", 1),
                text("recovery_model_desc"), text("log_reuse_wait_desc"), number("user_access", 1),
                text("user_access_desc"), bit("is_read_only"),
                bit("is_in_standby"), number("source_database_id", 4), binary("owner_sid"));
        for (Database each : instance.databases()) {
            view.add(each.name(), each.id(), each.created(), each.compatibilityLevel(), each.state().code(),
                    each.state().name(), each.recoveryModel().code(), each.recoveryModel().name(),
                    each.hasTail() ? "LOG_BACKUP" : "NOTHING",
                    each.isSingleUser() ? 1 : 0, each.isSingleUser() ? "SINGLE_USER" : "MULTI_USER", false, false, null,
                    sid(instance.login(each.owner()).map(Login::sid).orElse("")));
        }
        return view;
    }

    /** Empty for whoever may not make databases, as the real one. */
    private Relation masterFiles() {
        Relation view = Relation.of(number("database_id", 4), number("file_id", 4), number("type", 1),
                text("type_desc"), text("name"), text("physical_name"), number("state", 1), text("state_desc"),
                number("size", 4), number("max_size", 4));
        if (client.login().mayCreate()) {
            instance.databases().forEach(database -> DatabaseViews.files(database)
                    .forEach(file -> view.add(database.id(), file.id(), file.log() ? 1 : 0, file.log() ? "LOG" : "ROWS",
                            file.logicalName(), file.path(), 0, "ONLINE", file.pages(), NO_LIMIT)));
        }
        return view;
    }

    private Relation logins() {
        Relation view = Relation.of(text("name"), number("principal_id", 4), binary("sid"), text("type"),
                text("type_desc"), bit("is_disabled"), text("default_database_name"));
        int id = 1;
        for (Login each : instance.logins()) {
            view.add(each.name(), id, sid(each.sid()), "S", "SQL_LOGIN",
                    each.condition() == Login.Condition.DISABLED, each.database());
            id++;
        }
        return view;
    }

    private Relation requests() {
        needServerState();
        Relation view = Relation.of(number("session_id", 2), text("command"), new Column("percent_complete",
                new SqlType.Real()), text("status"));
        instance.clients().stream().filter(each -> !each.command().isEmpty()).forEach(each -> view
                .add((long) each.sessionId(), each.command(), each.percentComplete(), "running"));
        return view;
    }

    private Relation sessions() {
        Relation view = Relation.of(number("session_id", 2), text("login_name"), text("program_name"),
                number("database_id", 2));
        boolean all = Rights.seesServerState(client.login());
        instance.clients().stream().filter(each -> all || each == client).forEach(each -> view.add(each.sessionId(),
                each.login().name(), each.application(),
                instance.database(each.database()).map(Database::id).orElse(0)));
        return view;
    }

    private Relation services() {
        needServerState();
        String instanceName = instance.name().substring(instance.name().indexOf('\\') + 1);
        return Relation.of(text("servicename"), number("status", 4), text("status_desc"), text("service_account"))
                .add("SQL Server Agent (" + instanceName + ")", 1, "Stopped", "NT AUTHORITY\\NETWORKSERVICE")
                .add("SQL Server (" + instanceName + ")", 4, "Running", instance.serviceAccount());
    }

    private void needServerState() {
        if (!Rights.seesServerState(client.login())) {
            throw SqlError.of(300, "VIEW SERVER STATE", "server", "master");
        }
    }

    private Relation backupSets() {
        Relation view = Relation.of(number("backup_set_id", 4), new Column("backup_set_uuid", new SqlType.Guid()),
                number("media_set_id", 4), text("name"), text("user_name"), text("database_name"),
                time("database_creation_date"), time("backup_start_date"), time("backup_finish_date"), text("type"),
                new Column("backup_size", new SqlType.Numeric(20, 0)), bit("is_copy_only"),
                bit("has_backup_checksums"), bit("is_damaged"), lsn("first_lsn"), lsn("last_lsn"),
                lsn("checkpoint_lsn"), lsn("database_backup_lsn"), text("server_name"), text("machine_name"),
                text("recovery_model"), number("software_major_version", 1));
        for (BackupRecord each : instance.history()) {
            view.add(each.id(), each.uuid(), each.id(), each.setName(), each.login(), each.database(),
                    each.databaseCreated(), each.start(), each.finish(), String.valueOf(each.type()), each.bytes(),
                    each.copyOnly(), each.checksums(), false, each.firstLsn(), each.lastLsn(), each.firstLsn(), 0,
                    instance.name(), "CAIXA01", each.recoveryModel().name(), instance.product().major());
        }
        return view;
    }

    private Relation mediaFamilies() {
        Relation view = Relation.of(number("media_set_id", 4), number("family_sequence_number", 1),
                number("device_type", 1), text("physical_device_name"));
        instance.history().forEach(each -> view.add(each.id(), 1, 2, each.path()));
        return view;
    }

    private Relation suspectPages() {
        Relation view = Relation.of(number("database_id", 4), number("file_id", 4), number("page_id", 8),
                number("event_type", 4), number("error_count", 4), time("last_update_date"));
        instance.suspectPages().forEach(each -> view.add(each.databaseId(), each.fileId(), each.page(),
                each.eventType(), each.errors(), each.when()));
        return view;
    }

    static Column binary(String name) {
        return new Column(name, new SqlType.Binary(85));
    }

    /** As bytes, which is what the view's column holds. */
    static byte[] sid(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
