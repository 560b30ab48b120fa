package org.houselights.notification.mail;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A ticket's code as a picture that the door can scan from a phone. */
record QrCode(String code) {

    private static final int WHITE = 0xFFFFFF;
    private static final int PIXELS_PER_DOT = 10;
    private static final int QUIET_ZONE = 4;

    byte[] png() {
        BitMatrix dots = dots();
        int side = dots.getWidth() * PIXELS_PER_DOT;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                picture.setRGB(x, y, dots.get(x / PIXELS_PER_DOT, y / PIXELS_PER_DOT) ? 0 : WHITE);
            }
        }
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BitMatrix dots() {
        try {
            return new QRCodeWriter()
                    .encode(
                            code,
                            BarcodeFormat.QR_CODE,
                            // As small as it gets: one pixel for each dot.
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("a ticket code that fits no QR code", e);
        }
    }
}
