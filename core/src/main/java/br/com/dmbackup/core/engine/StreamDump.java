package br.com.dmbackup.core.engine;

import java.nio.channels.ReadableByteChannel;

/** A dump that flows forward once, whose length may be unknown. */
public non-sealed interface StreamDump extends Dump {
    ReadableByteChannel stream();

    /** How many bytes will come, or -1 where that is not known. */
    default long expectedBytes() {
        return -1;
    }
}
