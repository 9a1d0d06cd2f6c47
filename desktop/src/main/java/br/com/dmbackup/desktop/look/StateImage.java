package br.com.dmbackup.desktop.look;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** A {@link Tone} as an image for the tray and for title bars, whose background nobody knows: a light rim sets it off. */
public final class StateImage {
    private static final int[] SIZES = {16, 20, 24, 32, 40, 48, 64};
    private static final double RIM = 0.05;

    private StateImage() {}

    /**
     * For the tray.
     *
     * @param smallest the size that the tray asks for; from there on all larger ones are in it
     */
    public static Image of(Tone tone, int smallest) {
        Image[] images = Arrays.stream(SIZES).filter(size -> size >= Math.min(smallest, 64))
                .mapToObj(size -> drawn(tone, size)).toArray(Image[]::new);
        return new BaseMultiResolutionImage(images);
    }

    /** For a window: all of them. */
    public static List<Image> sizes(Tone tone) {
        return Arrays.stream(SIZES).<Image>mapToObj(size -> drawn(tone, size)).toList();
    }

    private static BufferedImage drawn(Tone tone, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        Color rim = new Color(255, 255, 255, 230);
        if (tone != Tone.ABSENT) {
            StateShape.draw(g, 0, 0, size, tone, rim, rim);
        }
        double inset = tone == Tone.ABSENT ? 0 : Math.max(1, size * RIM);
        StateShape.draw(g, inset, inset, size - 2 * inset, tone, tone.on(Theme.LIGHT), Color.WHITE);
        g.dispose();
        return image;
    }
}
