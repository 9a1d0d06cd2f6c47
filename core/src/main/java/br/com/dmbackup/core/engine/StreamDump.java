package br.com.dmbackup.core.engine;

import java.nio.channels.ReadableByteChannel;

/** A dump that flows forward once, of unknown length. */
public non-sealed interface StreamDump extends Dump {
    ReadableByteChannel stream();
}
