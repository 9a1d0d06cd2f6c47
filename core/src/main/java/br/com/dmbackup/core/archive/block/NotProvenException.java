package br.com.dmbackup.core.archive.block;

/** A block's encoded bytes do not give its plain bytes back: a defect of the encoder, or of this machine's memory. */
public final class NotProvenException extends Exception {
    private static final long serialVersionUID = 1L;
}
