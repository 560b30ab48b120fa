package org.houselights.notification.mail;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.Map;

/** A ticket's code as a picture that the door can scan from a phone. */
record QrCode(String code) {

    private static final int PIXELS_PER_DOT = 10;
    private static final int QUIET_ZONE = 4;

    byte[] png() {
        BitMatrix dots = dots();
        int side = dots.getWidth() * PIXELS_PER_DOT;
        byte[][] rows = new byte[dots.getHeight()][];
        Arrays.setAll(rows, y -> pixels(dots, y));
        return Png.square(side, y -> rows[y / PIXELS_PER_DOT]);
    }

    private static byte[] pixels(BitMatrix dots, int y) {
        int side = dots.getWidth() * PIXELS_PER_DOT;
        byte[] pixels = new byte[(side + 7) / 8];
        for (int x = 0; x < side; x++) {
            if (!dots.get(x / PIXELS_PER_DOT, y)) {
                pixels[x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return pixels;
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
                                    // A ticket's code is as good as random, so one mask is as easy to read as another;
                                    // trying all eight takes several times as long as all the rest.
                                    EncodeHintType.QR_MASK_PATTERN,
                                    0,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("a ticket code that fits no QR code", e);
        }
    }
}
