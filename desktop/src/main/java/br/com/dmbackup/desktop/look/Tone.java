package br.com.dmbackup.desktop.look;

import java.awt.Color;

/** How something stands: a colour and, since not everybody tells colours apart, always a shape with it. */
public enum Tone {
    /** As it should be: a disc with a tick. */
    OK(new Color(0x1e8e3e), new Color(0x57bb73)),
    /** Work is under way: a square with an arrow onto a line. */
    WORKING(new Color(0x1a6fb5), new Color(0x5fb0ee)),
    /** It wants to be seen to: a triangle with an exclamation mark. */
    ATTENTION(new Color(0xb26a00), new Color(0xf0b440)),
    /** It has failed: an octagon with a cross. */
    FAILURE(new Color(0xc5221f), new Color(0xf28b82)),
    /** Nobody knows: a hollow ring with a bar through it. */
    ABSENT(new Color(0x5f6368), new Color(0xa5abb1));

    private final Color onLight;
    private final Color onDark;

    Tone(Color onLight, Color onDark) {
        this.onLight = onLight;
        this.onDark = onDark;
    }

    /** For words and shapes on the background of the windows. */
    public Color colour() {
        return on(Theme.shown());
    }

    public Color on(Theme theme) {
        return theme == Theme.DARK ? onDark : onLight;
    }
}
