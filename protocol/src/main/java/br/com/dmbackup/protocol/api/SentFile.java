package br.com.dmbackup.protocol.api;

/**
 * An archive that a person chose, on its way to the agent.
 *
 * @param id to send its pieces with, and to name it by in what is asked then
 * @param sizeBytes how long it will be
 * @param receivedBytes how much of it is there; the next piece begins here
 */
public record SentFile(String id, long sizeBytes, long receivedBytes) {
    /** What its id begins with, which no slot and no backup's id does. */
    public static final String PREFIX = "file-";
    /** The longest piece that is taken at a time. */
    public static final int LARGEST_PIECE = 4 << 20;
    /** In this header stands where a piece begins. */
    public static final String OFFSET = "DMBackup-Offset";

    /** Whether a word names a sent file, and no slot or backup. */
    public static boolean isId(String word) {
        return word.startsWith(PREFIX);
    }

    public boolean whole() {
        return receivedBytes == sizeBytes;
    }
}
