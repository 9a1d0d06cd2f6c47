package br.com.dmbackup.core.restore;

/** Where a database that replaces the live one may come to be. */
public enum Room {
    /** Beside the live one, which is kept. */
    BESIDE,
    /** Beside it; where the server has no room for two, over it. Only when a person typed it. */
    IN_PLACE_WHERE_NEEDED
}
