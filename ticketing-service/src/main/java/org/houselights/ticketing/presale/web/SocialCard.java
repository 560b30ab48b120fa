package org.houselights.ticketing.presale.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A screening as a picture of 1200 × 630 pixels, the size that sites show beside a link: a dark auditorium, and the house lights
 * coming up with the pledges. The fonts are Java's logical ones, which every machine has.
 *
 * @param headline what is to go, or how it ended
 * @param amount in money; empty where that is no question
 * @param share of the goal that is reached, from 0 to 1
 */
record SocialCard(String title, String place, String moment, String headline, String amount, double share) {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int LINE = WIDTH - 2 * MARGIN;
    private static final int BULBS = 24;

    private static final Color DARK = new Color(0x16120F);
    private static final Color PALE = new Color(0xF7EFE6);
    private static final Color SOFT = new Color(0xC4B5A5);
    private static final Color LIGHT = new Color(0xF2A65A);
    private static final Color UNLIT = new Color(0x4A3B30);

    byte[] png() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        try {
            brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            brush.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            brush.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            paint(brush);
        } finally {
            brush.dispose();
        }
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void paint(Graphics2D brush) {
        auditorium(brush);
        houseLights(brush);
        write(brush, "Houselights", Font.SERIF, Font.BOLD, 30, LIGHT, 142);
        int below = title(brush);
        write(brush, place, Font.SANS_SERIF, Font.PLAIN, 30, SOFT, below + 16);
        write(brush, moment, Font.SANS_SERIF, Font.PLAIN, 30, SOFT, below + 60);
        write(brush, headline, Font.SERIF, Font.BOLD, 46, LIGHT, 515);
        amount(brush);
        bar(brush);
    }

    /** Darkness, and as much light from above as is pledged. */
    private void auditorium(Graphics2D brush) {
        brush.setColor(DARK);
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        int glow = (int) (60 + 90 * share);
        brush.setPaint(new RadialGradientPaint(WIDTH / 2f, -160f, 900f, new float[] {0f, 1f}, new Color[] {
            new Color(0xF2, 0xA6, 0x5A, glow), new Color(0xF2, 0xA6, 0x5A, 0)
        }));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
    }

    /** One row of bulbs; those that the pledges have lit. */
    private void houseLights(Graphics2D brush) {
        double step = (double) LINE / (BULBS - 1);
        for (int i = 0; i < BULBS; i++) {
            boolean lit = share > 0 && i < Math.max(1, Math.floor(share * BULBS));
            double x = MARGIN + i * step;
            if (lit) {
                brush.setColor(new Color(0xF2, 0xA6, 0x5A, 60));
                brush.fill(new Ellipse2D.Double(x - 15, 65 - 15, 30, 30));
            }
            brush.setColor(lit ? LIGHT : UNLIT);
            brush.fill(new Ellipse2D.Double(x - 7, 65 - 7, 14, 14));
        }
    }

    /** As large as fits on two lines. @return the base line for what comes below */
    private int title(Graphics2D brush) {
        int size = 92;
        List<String> lines = wrapped(brush, size);
        while (lines.size() > 2 && size > 52) {
            size -= 8;
            lines = wrapped(brush, size);
        }
        int y = 160;
        for (int i = 0; i < Math.min(2, lines.size()); i++) {
            y += (int) (size * 1.12);
            String line = i == 1 && lines.size() > 2 ? lines.get(i) + " …" : lines.get(i);
            write(brush, line, Font.SERIF, Font.BOLD, size, PALE, y);
        }
        return y + 34;
    }

    private List<String> wrapped(Graphics2D brush, int size) {
        FontMetrics metrics = brush.getFontMetrics(new Font(Font.SERIF, Font.BOLD, size));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(longer) > LINE) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void amount(Graphics2D brush) {
        brush.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 28));
        brush.setColor(SOFT);
        brush.drawString(amount, WIDTH - MARGIN - brush.getFontMetrics().stringWidth(amount), 515);
    }

    private void bar(Graphics2D brush) {
        brush.setStroke(new BasicStroke(0));
        brush.setColor(UNLIT);
        brush.fill(new RoundRectangle2D.Double(MARGIN, 545, LINE, 20, 20, 20));
        if (share > 0) {
            brush.setColor(LIGHT);
            brush.fill(new RoundRectangle2D.Double(MARGIN, 545, Math.max(20, LINE * share), 20, 20, 20));
        }
    }

    private static void write(Graphics2D brush, String text, String family, int style, int size, Color color, int y) {
        brush.setFont(new Font(family, style, size));
        brush.setColor(color);
        brush.drawString(fitting(text, brush.getFontMetrics()), MARGIN, y);
    }

    private static String fitting(String text, FontMetrics metrics) {
        String fitting = text;
        while (fitting.length() > 1 && metrics.stringWidth(fitting) > LINE) {
            fitting = fitting.substring(0, fitting.length() - 2).stripTrailing() + "…";
        }
        return fitting;
    }
}
