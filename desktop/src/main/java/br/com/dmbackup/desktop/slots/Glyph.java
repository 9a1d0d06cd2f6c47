package br.com.dmbackup.desktop.slots;

import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.SlotPicture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** What a slot looks like. Drawn on a field of 16 by 16; no two are told apart by colour alone. */
public enum Glyph {
    /** A pale frame. */
    EMPTY(Tone.ABSENT),
    /** A box with a dot. */
    HELD(Tone.OK),
    /** A box with a tick. */
    VERIFIED(Tone.OK),
    /** A box with two ticks. */
    PROVEN(Tone.OK),
    /** A broken frame with an arrow. */
    OWED(Tone.ATTENTION),
    /** A triangle with an exclamation mark. */
    SUSPICIOUS(Tone.ATTENTION),
    /** A rhombus. */
    FOREIGN(Tone.ABSENT),
    /** An octagon with a cross. */
    DAMAGED(Tone.FAILURE),
    /** A broken frame with a cross. */
    GONE(Tone.FAILURE);

    private static final Shape BOX = new RoundRectangle2D.Double(1, 1, 14, 14, 4, 4);

    private final Tone tone;

    Glyph(Tone tone) {
        this.tone = tone;
    }

    static Glyph of(SlotPicture slot) {
        return switch (slot.state()) {
            case HELD -> slot.provenAt().isPresent() ? PROVEN : slot.verifiedAt().isPresent() ? VERIFIED : HELD;
            case EMPTY -> EMPTY;
            case OWED -> OWED;
            case SUSPICIOUS -> SUSPICIOUS;
            case FOREIGN -> FOREIGN;
            case DAMAGED -> DAMAGED;
            case GONE -> GONE;
        };
    }

    /**
     * Draws it.
     *
     * @param sign colour of the sign in a filled shape
     * @param faded whether it is older than a day
     */
    void draw(Graphics2D on, double x, double y, double size, Color sign, boolean faded) {
        Graphics2D g = (Graphics2D) on.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.transform(new AffineTransform(size / 16, 0, 0, size / 16, x, y));
        Color colour = tone.colour();
        if (faded) {
            // What is older than a day is a frame: it is there, but today's is not.
            drawFaded(g, colour);
        } else {
            drawFull(g, colour, sign);
        }
        g.dispose();
    }

    private void drawFaded(Graphics2D g, Color colour) {
        switch (this) {
            case HELD, VERIFIED, PROVEN -> {
                line(g, colour, 1.6, BOX);
                mark(g, colour);
            }
            default -> drawFull(g, colour, colour);
        }
    }

    private void drawFull(Graphics2D g, Color colour, Color sign) {
        g.setColor(colour);
        switch (this) {
            case EMPTY -> line(g, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110), 1, BOX);
            case HELD, VERIFIED, PROVEN -> {
                g.fill(BOX);
                mark(g, sign);
            }
            case OWED -> {
                broken(g, colour);
                line(g, colour, 1.8, path(8, 12, 8, 4.6));
                line(g, colour, 1.8, path(4.9, 7.6, 8, 4.4, 11.1, 7.6));
            }
            case SUSPICIOUS -> {
                Path2D triangle = closed(path(8, 1.4, 15.2, 14.6, 0.8, 14.6));
                g.fill(triangle);
                line(g, sign, 2, path(8, 5.8, 8, 9.6));
                line(g, sign, 2.2, path(8, 12.3, 8, 12.35));
            }
            case FOREIGN -> line(g, colour, 1.6, closed(path(8, 1.2, 14.8, 8, 8, 14.8, 1.2, 8)));
            case DAMAGED -> {
                g.fill(closed(path(4.9, 0.5, 11.1, 0.5, 15.5, 4.9, 15.5, 11.1, 11.1, 15.5, 4.9, 15.5, 0.5, 11.1, 0.5,
                        4.9)));
                cross(g, sign);
            }
            case GONE -> {
                broken(g, colour);
                cross(g, colour);
            }
        }
    }

    private void mark(Graphics2D g, Color colour) {
        switch (this) {
            case HELD -> {
                g.setColor(colour);
                g.fill(new Ellipse2D.Double(6.2, 6.2, 3.6, 3.6));
            }
            case VERIFIED -> line(g, colour, 2, path(4.2, 8.4, 6.9, 11, 11.8, 5.4));
            case PROVEN -> {
                line(g, colour, 1.8, path(2.7, 8.6, 5.2, 11.2, 9.2, 5.2));
                line(g, colour, 1.8, path(8, 10.6, 8.9, 11.4, 13.4, 5.2));
            }
            default -> throw new IllegalStateException(name());
        }
    }

    private static void broken(Graphics2D g, Color colour) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{2.6f, 1.8f}, 0));
        g.draw(BOX);
    }

    private static void cross(Graphics2D g, Color colour) {
        line(g, colour, 2, path(5.2, 5.2, 10.8, 10.8));
        line(g, colour, 2, path(10.8, 5.2, 5.2, 10.8));
    }

    private static void line(Graphics2D g, Color colour, double width, Shape shape) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static Path2D closed(Path2D path) {
        path.closePath();
        return path;
    }
}
