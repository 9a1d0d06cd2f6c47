package br.com.dmbackup.testkit.sqlserver.state;

import br.com.dmbackup.testkit.sqlserver.message.Language;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One SQL Server: a product, databases, logins, a history, a disk. A new one has the four system databases and the
 * login {@code sa}.
 */
public final class Instance {
    public static final String MASTER = "master";
    /** Databases that come with the product; none of them is a store's. */
    public static final List<String> SYSTEM_DATABASES = List.of(MASTER, "tempdb", "model", "msdb");
    private static final long NEW_FILE = 8L << 20;
    private final Product product;
    private final Clock clock;
    private final Path folder;
    private final Disk disk = new Disk();
    private final Map<String, Database> databases = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Login> logins = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<BackupRecord> history = new CopyOnWriteArrayList<>();
    private final List<SuspectPage> suspectPages = new CopyOnWriteArrayList<>();
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final Map<String, Client> applicationLocks = new HashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Language language = Language.ENGLISH;
    private volatile String separator = File.separator;
    private volatile String serviceAccount = "mssql";

    /** Somebody in a database. */
    public interface Occupant extends AutoCloseable {
        @Override
        void close();
    }

    /** A row of {@code msdb.dbo.suspect_pages}. */
    public record SuspectPage(int databaseId, int fileId, long page, int eventType, int errors, LocalDateTime when) {}

    /**
     * An instance whose files lie in {@code DATA} and {@code Backup} of a folder.
     *
     * @param password of {@code sa}
     */
    public Instance(Product product, Path folder, Clock clock, String password) {
        this.product = product;
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(dataFolder());
            Files.createDirectories(backupFolder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SYSTEM_DATABASES.forEach(this::create);
        add(Login.of("sa", password).withRoles("sysadmin"));
    }

    public Product product() {
        return product;
    }

    /** Server and instance, as {@code @@SERVERNAME}. */
    public String name() {
        return "CAIXA01\\SQLEXPRESS";
    }

    public Disk disk() {
        return disk;
    }

    public Clock clock() {
        return clock;
    }

    /** The server's local time, as it stands in its tables and files. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    public Path dataFolder() {
        return folder.resolve("DATA");
    }

    public Path backupFolder() {
        return folder.resolve("Backup");
    }

    public Language language() {
        return language;
    }

    /** Of logins that ask for none. */
    public Instance speak(Language other) {
        language = other;
        return this;
    }

    /** Says that it runs on Windows, as this account; its files stand where they stood. */
    public Instance claimWindows(String account) {
        separator = "\\";
        serviceAccount = account;
        return this;
    }

    /** Between folders, where it says it runs. */
    public String separator() {
        return separator;
    }

    /** As which it says its service runs. */
    public String serviceAccount() {
        return serviceAccount;
    }

    public synchronized Instance add(Login login) {
        logins.put(login.name(), login);
        return this;
    }

    public synchronized Optional<Login> login(String name) {
        return Optional.ofNullable(logins.get(name));
    }

    public synchronized Collection<Login> logins() {
        return List.copyOf(logins.values());
    }

    /** A new database of {@code sa}'s with a data file and a log in the usual folder. */
    public Database create(String name) {
        return create(name, "sa", List.of(
                new DatabaseFile(1, false, name, dataFolder().resolve(name + ".mdf"), NEW_FILE),
                new DatabaseFile(2, true, name + "_log", dataFolder().resolve(name + "_log.ldf"), NEW_FILE)));
    }

    /** A new database; its files appear on the disk, as names. */
    public synchronized Database create(String name, String owner, List<DatabaseFile> files) {
        Database database = new Database(numbers.incrementAndGet(), name, owner, now(), product.major() * 10, files);
        databases.put(name, database);
        lay(database);
        return database;
    }

    /** The database's files lie elsewhere from now on. */
    public synchronized void moveFiles(Database database, List<DatabaseFile> files) {
        remove(database);
        database.setFiles(files);
        lay(database);
    }

    public synchronized Optional<Database> database(String name) {
        return Optional.ofNullable(databases.get(name));
    }

    public synchronized List<Database> databases() {
        return List.copyOf(databases.values());
    }

    public synchronized void rename(Database database, String name) {
        String before = database.name();
        databases.remove(before);
        database.rename(name);
        databases.put(name, database);
        clients.stream().filter(client -> client.database().equalsIgnoreCase(before))
                .forEach(client -> client.use(name));
    }

    public synchronized void drop(Database database) {
        databases.remove(database.name());
        remove(database);
    }

    /** The server forgets it; its files stay. */
    public synchronized void detach(Database database) {
        databases.remove(database.name());
    }

    /** A lock that programs agree on, held until given back or until its session ends; false where another has it. */
    public synchronized boolean lock(String resource, Client client) {
        Client holder = applicationLocks.putIfAbsent(resource, client);
        return holder == null || holder == client;
    }

    public synchronized boolean unlock(String resource, Client client) {
        return applicationLocks.remove(resource, client);
    }

    /** A number that was not given before. */
    public int nextNumber() {
        return numbers.incrementAndGet();
    }

    public void add(BackupRecord done) {
        history.add(done);
    }

    /** As {@code sp_delete_backuphistory}, or an {@code msdb} that is full. */
    public void forgetHistory() {
        history.clear();
    }

    public List<BackupRecord> history() {
        return List.copyOf(history);
    }

    public Instance add(SuspectPage page) {
        suspectPages.add(page);
        return this;
    }

    public List<SuspectPage> suspectPages() {
        return List.copyOf(suspectPages);
    }

    public void enter(Client client) {
        clients.add(client);
    }

    public void leave(Client client) {
        clients.remove(client);
        synchronized (this) {
            applicationLocks.values().removeIf(holder -> holder == client);
        }
    }

    public List<Client> clients() {
        return List.copyOf(clients);
    }

    /** Somebody who is in a database, as a till of the store is, until closed. */
    public Occupant occupy(Database database) {
        Client client = new Client(nextNumber(), Login.of("till", ""), "ERP", language, database.name(), () -> {});
        enter(client);
        return () -> leave(client);
    }

    /** Somebody who comes back whenever he is put out and the door is open, as a till does, until closed. */
    public Occupant cling(Database database) {
        AtomicBoolean gone = new AtomicBoolean();
        AtomicReference<Client> self = new AtomicReference<>();
        Client client = new Client(nextNumber(), Login.of("till", ""), "ERP", language, database.name(), () -> {
            boolean shut = database.isSingleUser() && !othersIn(database.name(), self.get()).isEmpty();
            if (!gone.get() && !shut) {
                enter(self.get());
            }
        });
        self.set(client);
        enter(client);
        return () -> {
            gone.set(true);
            leave(client);
        };
    }

    /** Others who are in a database. */
    public List<Client> othersIn(String database, Client self) {
        return new ArrayList<>(clients.stream().filter(client -> client != self)
                .filter(client -> client.database().equalsIgnoreCase(database)).toList());
    }

    /** Files on the disk that stand for the database's: short ones, as contents are kept in memory. */
    private static void lay(Database database) {
        for (DatabaseFile file : database.files()) {
            try {
                Files.writeString(file.path(), "a file of database " + database.id() + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void remove(Database database) {
        for (DatabaseFile file : database.files()) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
