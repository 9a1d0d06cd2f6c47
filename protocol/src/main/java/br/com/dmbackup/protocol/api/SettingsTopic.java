package br.com.dmbackup.protocol.api;

/** What a group of settings is about, in the order in which a person reads them. */
public enum SettingsTopic {
    /** When and how backups are made, and what stays of them. */
    BACKUP,
    /** Where the bytes come from. */
    DATABASE,
    /** Where copies go; one group for each. */
    DESTINATIONS,
    /** When the store is open. */
    HOURS,
    /** Who is told; one group for each channel. */
    NOTICES,
    /** The store and its client data. */
    COMPANY,
    /** The software house's registry of stores. */
    REGISTRY,
    LANGUAGE,
    /** What this list does not know. */
    OTHER
}
