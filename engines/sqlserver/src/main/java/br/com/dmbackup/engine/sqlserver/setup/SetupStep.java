package br.com.dmbackup.engine.sqlserver.setup;

/** What a backup needs, in the order in which a fresh installation lacks it. */
public enum SetupStep {
    /** Something answers at the port, or the Browser names one. */
    NETWORK,
    /** Server and program agree on how to encrypt, and the certificate is trusted. */
    ENCRYPTION,
    /** The server lets the login in. */
    LOGIN,
    /** The database is there, online, and the login may enter. */
    DATABASE,
    /** The login may back it up. */
    BACKUP_RIGHT,
    /** The login may look into backups and restore them under another name. */
    VERIFY_RIGHT,
    /** The server writes into the staging folder, and this program reads and deletes what it wrote. */
    STAGING_OUT,
    /** This program writes there, and the server reads it: what a restore needs. */
    STAGING_BACK,
    /** The login may read the server's history of backups. */
    HISTORY
}
