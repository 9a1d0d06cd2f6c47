package br.com.dmbackup.core.engine;

import java.nio.file.Path;

/** A dump that stands as a finished file. {@link #close} deletes it unless it was moved away before. */
public non-sealed interface FileDump extends Dump {
    Path file();
}
