package br.com.dmbackup.desktop.wording;

import java.awt.Window;

/** Something that the program can do itself about a failure, when a person presses "Corrigir". */
public interface Remedy {
    /** Whether it is for this failure. Answers at once, from what it is told. */
    boolean fits(Wording failure);

    /** Key of the words of its button, such as {@code remedy.start}. */
    String key();

    /**
     * Does it, away from the thread that draws where it takes long, and says itself what went wrong.
     *
     * @param mended to be called on the thread that draws once it is done
     */
    void apply(Window owner, Wording failure, Runnable mended);
}
