package br.com.dmbackup.link.wire;

/**
 * Anything that crosses the link. The groups hold the messages as records; each knows how it is written, and its {@link
 * MessageKind} how it is read. Texts have no control characters: what is sent with some arrives with spaces in their
 * place.
 */
public sealed interface Message
        permits Greeting, Listing, Blocks, Commitment, Reading, KeptSettings, Room, Failure, Pairing {

    /** Writes the payload. */
    void writeTo(FrameWriter out);

    /** The kind under which it travels. */
    default MessageKind kind() {
        return MessageKind.of(getClass());
    }
}
