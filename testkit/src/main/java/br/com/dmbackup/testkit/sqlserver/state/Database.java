package br.com.dmbackup.testkit.sqlserver.state;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One database. Its tables change whole, as transactions do; whoever reads sees one moment. */
public final class Database {
    private static final int FIRST_CHANGE = 37;
    private final int id;
    private final LocalDateTime created;
    private final Map<String, Table> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Integer> changesOf = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final AtomicBoolean busy = new AtomicBoolean();
    private String name;
    private String owner;
    private String dboSid;
    private RecoveryModel recoveryModel = RecoveryModel.SIMPLE;
    private DatabaseState state = DatabaseState.ONLINE;
    private boolean singleUser;
    private int compatibilityLevel;
    private boolean hadFull;
    private boolean differentialBase;
    private boolean logAwaitsBackup;
    private int damagedPage = -1;
    private long changes = FIRST_CHANGE;
    private List<DatabaseFile> files;

    Database(int id, String name, String owner, LocalDateTime created, int compatibilityLevel,
            List<DatabaseFile> files) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.dboSid = Login.sidOf(owner);
        this.created = created;
        this.compatibilityLevel = compatibilityLevel;
        this.files = List.copyOf(files);
    }

    public int id() {
        return id;
    }

    public LocalDateTime created() {
        return created;
    }

    public synchronized String name() {
        return name;
    }

    synchronized void rename(String other) {
        name = other;
    }

    public synchronized String owner() {
        return owner;
    }

    public synchronized Database setOwner(String login) {
        owner = login;
        dboSid = Login.sidOf(login);
        return this;
    }

    /** Whoever restores a database owns it; the user dbo inside stays the owner's of then. */
    public synchronized void restoredBy(String login) {
        owner = login;
    }

    /** The login behind the user dbo. */
    public synchronized String dboSid() {
        return dboSid;
    }

    public synchronized RecoveryModel recoveryModel() {
        return recoveryModel;
    }

    public synchronized Database set(RecoveryModel other) {
        recoveryModel = other;
        return this;
    }

    public synchronized DatabaseState state() {
        return state;
    }

    public synchronized Database set(DatabaseState other) {
        state = other;
        return this;
    }

    public synchronized boolean isSingleUser() {
        return singleUser;
    }

    public synchronized Database setSingleUser(boolean single) {
        singleUser = single;
        return this;
    }

    public synchronized int compatibilityLevel() {
        return compatibilityLevel;
    }

    public synchronized List<DatabaseFile> files() {
        return files;
    }

    public synchronized Database setFiles(List<DatabaseFile> others) {
        files = List.copyOf(others);
        return this;
    }

    /** Whether its log can be backed up and a differential can be taken: what the last full backup left. */
    public synchronized boolean hadFull() {
        return hadFull;
    }

    public synchronized boolean hasDifferentialBase() {
        return differentialBase;
    }

    /** Whether restoring over it would lose work that only its log has. */
    public synchronized boolean hasTail() {
        return recoveryModel != RecoveryModel.SIMPLE && hadFull && logAwaitsBackup;
    }

    /** A full backup was taken; one of {@code COPY_ONLY} is no base. */
    public synchronized void tookFull(boolean copyOnly) {
        if (!copyOnly) {
            hadFull = true;
            differentialBase = true;
        }
    }

    public synchronized void tookLog() {
        logAwaitsBackup = false;
    }

    /** Makes a page unreadable: BACKUP with CHECKSUM says 3043, CHECKDB finds it. */
    public synchronized Database damage(int page) {
        damagedPage = page;
        return this;
    }

    /** The unreadable page; -1 for none. */
    public synchronized int damagedPage() {
        return damagedPage;
    }

    /** Where the log stands: every change moves it. */
    public synchronized long lsn() {
        return changes;
    }

    /** One backup, restore or change of files at a time. */
    public boolean begin() {
        return busy.compareAndSet(false, true);
    }

    public void end() {
        busy.set(false);
    }

    public synchronized Database add(User user) {
        users.put(user.name(), user);
        return this;
    }

    public synchronized Collection<User> users() {
        return List.copyOf(users.values());
    }

    public synchronized Optional<User> userOf(Login login) {
        return users.values().stream().filter(user -> user.sid().equals(login.sid())).findFirst();
    }

    /** Adds a table or replaces the one of its name. */
    public synchronized Database put(Table table) {
        tables.put(table.fullName(), table);
        changesOf.merge(table.fullName(), 1, Integer::sum);
        changed();
        return this;
    }

    /** One transaction on one table. */
    public synchronized void change(String fullName, UnaryOperator<Table> change) {
        put(change.apply(table(fullName).orElseThrow()));
    }

    /** One row more. */
    public void insert(String fullName, List<? extends @Nullable Object> row) {
        insertAll(fullName, List.of(row));
    }

    /** Some rows more, all at once. */
    public synchronized void insertAll(String fullName, List<? extends List<? extends @Nullable Object>> more) {
        change(fullName, table -> {
            List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
            more.forEach(row -> rows.add(new ArrayList<>(row)));
            return table.withRows(rows);
        });
    }

    public synchronized Optional<Table> table(String fullName) {
        return Optional.ofNullable(tables.get(fullName));
    }

    public synchronized List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** How often a table was changed. */
    public synchronized int changesOf(String fullName) {
        return changesOf.getOrDefault(fullName, 0);
    }

    public synchronized Contents contents() {
        return new Contents(recoveryModel, compatibilityLevel, dboSid, List.copyOf(users()), tables());
    }

    /** Becomes what a backup holds. */
    public synchronized void replaceContents(Contents contents) {
        recoveryModel = contents.recoveryModel();
        compatibilityLevel = contents.compatibilityLevel();
        dboSid = contents.ownerSid();
        users.clear();
        contents.users().forEach(this::add);
        tables.clear();
        contents.tables().forEach(this::put);
        damagedPage = -1;
        singleUser = false;
        hadFull = false;
        differentialBase = false;
        changed();
    }

    private void changed() {
        changes++;
        logAwaitsBackup = true;
    }
}
