package br.com.dmbackup.desktop.session;

import br.com.dmbackup.desktop.look.Texts;

/** Places as people call them. */
public final class PlaceWords {
    private PlaceWords() {}

    /** The server, or the destination's name. */
    public static String of(Texts texts, String place) {
        String key = "place." + place;
        return texts.words().has(key) ? texts.words().text(key) : place;
    }
}
