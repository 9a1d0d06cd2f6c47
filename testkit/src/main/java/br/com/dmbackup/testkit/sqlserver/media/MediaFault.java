package br.com.dmbackup.testkit.sqlserver.media;

/** Why a file cannot be restored, with the number by which the server says so. */
public final class MediaFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as the server tells it apart. */
    public enum Kind {
        /** Another kind of file, or a header that is damaged. */
        NOT_A_BACKUP(3241),
        /** Blocks in it that the tape format does not have. */
        NOT_TAPE_FORMAT(3242),
        /** It ends too soon. */
        CUT_SHORT(3203),
        /** A page that is not what its checksum says. */
        BAD_PAGE(3183);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    private final Kind kind;

    MediaFault(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Of a bad page: {@code file:page}. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
