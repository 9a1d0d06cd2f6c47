package br.com.dmbackup.core.engine;

import java.io.OutputStream;

/** A restore that wants the dump as a stream, from its first byte to its last. */
public non-sealed interface StreamRestore extends Restore {
    OutputStream sink();
}
