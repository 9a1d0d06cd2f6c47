package br.com.dmbackup.core.engine;

/** What it proves when a dump of this engine was restored. */
public enum Proof {
    /** A database came back: its own program loaded the dump and checked it. */
    DATABASE,
    /** The dump came back as it was; whether a database comes out of it, only the program that made it can say. */
    BYTES
}
