package br.com.dmbackup.testkit.sqlserver.state;

import br.com.dmbackup.testkit.sqlserver.message.Language;

/** Someone connected: who, to which database, in which transaction. Only its own thread changes it. */
public final class Client {
    private final int sessionId;
    private final Login login;
    private final String application;
    private final Language language;
    private final Runnable hangUp;
    private volatile String database;
    private volatile boolean implicitTransactions;
    private volatile boolean inTransaction;
    private volatile String command = "";
    private volatile double percentComplete;

    public Client(int sessionId, Login login, String application, Language language, String database,
            Runnable hangUp) {
        this.sessionId = sessionId;
        this.login = login;
        this.application = application;
        this.language = language;
        this.database = database;
        this.hangUp = hangUp;
    }

    public int sessionId() {
        return sessionId;
    }

    public Login login() {
        return login;
    }

    public String application() {
        return application;
    }

    public Language language() {
        return language;
    }

    public String database() {
        return database;
    }

    public void use(String other) {
        database = other;
    }

    /** The next statement opens a transaction that nobody asked for. */
    public void setImplicitTransactions(boolean on) {
        implicitTransactions = on;
    }

    public boolean inTransaction() {
        return inTransaction || implicitTransactions;
    }

    public boolean hasImplicitTransactions() {
        return implicitTransactions;
    }

    public void setInTransaction(boolean open) {
        inTransaction = open;
    }

    public String command() {
        return command;
    }

    public double percentComplete() {
        return percentComplete;
    }

    /** What {@code sys.dm_exec_requests} says of it. */
    public void isDoing(String what, double percent) {
        command = what;
        percentComplete = percent;
    }

    /** Its connection is closed without a word. */
    public void hangUp() {
        hangUp.run();
    }
}
