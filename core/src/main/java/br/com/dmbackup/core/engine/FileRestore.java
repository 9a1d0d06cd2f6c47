package br.com.dmbackup.core.engine;

import java.nio.file.Path;

/** A restore that wants the dump as a file, written in any order. */
public non-sealed interface FileRestore extends Restore {
    /** Where to write the dump; does not exist yet, its folder does. */
    Path dumpFile();
}
