package br.com.dmbackup.engine.sqlserver.mtf;

import java.util.Map;
import java.util.Set;

/**
 * The order in which blocks stand in every genuine file known: {@code TAPE SFMB}, then for a set
 * {@code SSET VOLB MSCI MSDA+ MSTL+ MSLS SFMB ESET ESET SFMB}.
 */
final class BlockOrder {
    static final String SET_END = "ESET";
    private static final Map<String, Set<String>> FOLLOWERS = Map.of("", Set.of(MediaHeader.TYPE), MediaHeader.TYPE,
            Set.of(Block.FILEMARK), Block.FILEMARK, Set.of(SetStart.TYPE, SET_END), SetStart.TYPE, Set.of("VOLB"),
            "VOLB", Set.of("MSCI"), "MSCI", Set.of("MSDA", "MSTL"), "MSDA", Set.of("MSDA", "MSTL"), "MSTL",
            Set.of("MSTL", "MSLS"), "MSLS", Set.of(Block.FILEMARK), SET_END, Set.of(SET_END, Block.FILEMARK));

    private String last = "";
    private String beforeLast = "";

    static boolean knows(String type) {
        return FOLLOWERS.containsKey(type);
    }

    /**
     * Takes the next block.
     *
     * @return whether a block of this type was ever seen to follow the one before
     */
    boolean next(String type) {
        boolean usual = !knows(last) || FOLLOWERS.getOrDefault(last, Set.of()).contains(type);
        beforeLast = last;
        last = type;
        return usual;
    }

    /** Whether the file may end here: the end of a set, and its filemark. */
    boolean mayEnd() {
        return last.equals(Block.FILEMARK) && beforeLast.equals(SET_END);
    }
}
