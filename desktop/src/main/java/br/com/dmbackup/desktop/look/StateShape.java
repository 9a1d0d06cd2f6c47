package br.com.dmbackup.desktop.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Draws a {@link Tone} as a shape in a square of any size. The drawing is made on a field of 16 by 16. */
public final class StateShape {
    private static final double FIELD = 16;

    private StateShape() {}

    /** @param sign colour of the sign in it */
    public static void draw(Graphics2D on, double x, double y, double size, Tone tone, Color colour, Color sign) {
        Graphics2D g = (Graphics2D) on.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.transform(new AffineTransform(size / FIELD, 0, 0, size / FIELD, x, y));
        g.setColor(colour);
        switch (tone) {
            case OK -> {
                g.fill(new Ellipse2D.Double(0.5, 0.5, 15, 15));
                stroke(g, sign, 2.2, path(4.2, 8.4, 6.9, 11, 11.8, 5.4));
            }
            case WORKING -> {
                g.fill(new RoundRectangle2D.Double(1, 1, 14, 14, 4, 4));
                stroke(g, sign, 2, new Line2D.Double(8, 3.9, 8, 8.6));
                g.fill(closed(path(4.6, 7.2, 11.4, 7.2, 8, 10.9)));
                stroke(g, sign, 1.8, new Line2D.Double(4.4, 12.6, 11.6, 12.6));
            }
            case ATTENTION -> {
                Path2D triangle = closed(path(8, 1.6, 15, 14.2, 1, 14.2));
                g.fill(triangle);
                stroke(g, colour, 1.6, triangle);
                stroke(g, sign, 2, new Line2D.Double(8, 5.6, 8, 9.4));
                stroke(g, sign, 2.2, new Line2D.Double(8, 12.1, 8, 12.15));
            }
            case FAILURE -> {
                g.fill(closed(path(4.9, 0.5, 11.1, 0.5, 15.5, 4.9, 15.5, 11.1, 11.1, 15.5, 4.9, 15.5, 0.5, 11.1, 0.5,
                        4.9)));
                stroke(g, sign, 2.2, path(5.2, 5.2, 10.8, 10.8));
                stroke(g, sign, 2.2, path(10.8, 5.2, 5.2, 10.8));
            }
            case ABSENT -> {
                stroke(g, colour, 2, new Ellipse2D.Double(1.7, 1.7, 12.6, 12.6));
                stroke(g, colour, 2, path(3.8, 12.2, 12.2, 3.8));
            }
        }
        g.dispose();
    }

    private static void stroke(Graphics2D g, Color colour, double width, Shape shape) {
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
