package br.com.dmbackup.protocol;

/** What sort of fault it is, which decides how a program behaves after it. */
public enum FaultKind {
    /** A person must change a setting, a name or a command; trying again alone does not help. */
    USER,
    /** It may work in a while; tried again. */
    TRANSIENT,
    /** A disk, a quota or memory is exhausted. */
    RESOURCES,
    /** Bytes are not what they should be. Never tried away in silence, always an alarm. */
    INTEGRITY,
    /** Another program (the database server, the operating system) said no. */
    EXTERNAL,
    /** A defect of DMBackup itself. */
    INTERNAL
}
