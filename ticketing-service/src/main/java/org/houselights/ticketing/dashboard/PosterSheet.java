package org.houselights.ticketing.dashboard;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * One A4 sheet. Text is drawn as outlines of Java's logical fonts: it prints the same everywhere, in every script that the machine can
 * show, and no font has to travel with it. Distances are in points from the top left.
 */
final class PosterSheet implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final PDDocument document = new PDDocument();
    private final PDPageContentStream ink;

    PosterSheet(String title, Locale language) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        ink = new PDPageContentStream(document, page);
    }

    void fill(Color color, float x, float y, float width, float height) throws IOException {
        ink.setNonStrokingColor(color);
        ink.addRect(x, HEIGHT - y - height, width, height);
        ink.fill();
    }

    /** Writes lines from {@code y} down, smaller if they would be more than {@code most}. @return where they end */
    float write(String text, Font font, Color color, float x, float y, float width, int most) throws IOException {
        Font fitting = font;
        List<TextLayout> lines = lines(text, fitting, width);
        while (lines.size() > most && fitting.getSize2D() > 10) {
            fitting = fitting.deriveFont(fitting.getSize2D() - 2);
            lines = lines(text, fitting, width);
        }
        ink.setNonStrokingColor(color);
        float below = y;
        for (TextLayout line : lines) {
            below += line.getAscent();
            draw(line.getOutline(new AffineTransform(1, 0, 0, -1, x, HEIGHT - below)));
            below += line.getDescent() + line.getLeading() + 0.12f * fitting.getSize2D();
        }
        return below;
    }

    /** Lines break at spaces only, as Korean wants it too; within a word if it is wider than the line. */
    static List<TextLayout> lines(String text, Font font, float width) {
        AttributedString written = new AttributedString(text, Map.of(TextAttribute.FONT, font));
        LineBreakMeasurer measurer = new LineBreakMeasurer(written.getIterator(), EXACT);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < text.length()) {
            int end = measurer.nextOffset(width);
            int space = text.lastIndexOf(' ', end - 1);
            boolean whole = end == text.length() || space < measurer.getPosition();
            lines.add(measurer.nextLayout(width, whole ? end : space + 1, false));
        }
        return lines;
    }

    private void draw(Shape outline) throws IOException {
        float[] p = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> {
                    ink.moveTo(p[0], p[1]);
                    x = p[0];
                    y = p[1];
                }
                case PathIterator.SEG_LINETO -> {
                    ink.lineTo(p[0], p[1]);
                    x = p[0];
                    y = p[1];
                }
                case PathIterator.SEG_QUADTO -> {
                    // PDF knows cubic curves only; this one is the same.
                    ink.curveTo(
                            x + 2 * (p[0] - x) / 3,
                            y + 2 * (p[1] - y) / 3,
                            p[2] + 2 * (p[0] - p[2]) / 3,
                            p[3] + 2 * (p[1] - p[3]) / 3,
                            p[2],
                            p[3]);
                    x = p[2];
                    y = p[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    ink.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                    x = p[4];
                    y = p[5];
                }
                default -> ink.closePath();
            }
        }
        ink.fill();
    }

    /** The text as a QR code in a square, its quiet zone included. */
    void code(String text, float x, float y, float side) throws IOException {
        BitMatrix dots = dots(text);
        float dot = side / dots.getWidth();
        fill(Color.WHITE, x, y, side, side);
        ink.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < dots.getHeight(); row++) {
            for (int column = 0; column < dots.getWidth(); column++) {
                if (dots.get(column, row)) {
                    ink.addRect(x + column * dot, HEIGHT - y - (row + 1) * dot, dot, dot);
                }
            }
        }
        ink.fill();
    }

    private static BitMatrix dots(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalArgumentException("a link that fits no QR code", e);
        }
    }

    byte[] pdf() throws IOException {
        ink.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
