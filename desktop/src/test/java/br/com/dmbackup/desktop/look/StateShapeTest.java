package br.com.dmbackup.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateShapeTest {
    /** So many of a hundred points must differ, for somebody who sees no colours. */
    private static final int MUST_DIFFER = 8;

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 64})
    void theStatesDifferWithoutTheirColours(int size) {
        for (Tone one : Tone.values()) {
            for (Tone other : Tone.values()) {
                if (one != other) {
                    assertThat(different(drawn(one, size), drawn(other, size))).as("%s and %s at %d", one, other, size)
                            .isGreaterThan(size * size * MUST_DIFFER / 100);
                }
            }
        }
    }

    private static BufferedImage drawn(Tone tone, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, size, size);
        StateShape.draw(g, 0, 0, size, tone, Color.BLACK, Color.WHITE);
        g.dispose();
        return image;
    }

    private static int different(BufferedImage one, BufferedImage other) {
        int points = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                points += Math.abs((one.getRGB(x, y) & 0xff) - (other.getRGB(x, y) & 0xff)) > 96 ? 1 : 0;
            }
        }
        return points;
    }
}
