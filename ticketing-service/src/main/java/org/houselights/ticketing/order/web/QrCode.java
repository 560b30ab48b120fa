package org.houselights.ticketing.order.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A ticket's code as a drawing that stays sharp at any size: one SVG path over a square of {@code side} dots, its quiet zone
 * included.
 */
record QrCode(int side, String path) {

    private static final int QUIET_ZONE = 4;

    static QrCode of(String code) {
        BitMatrix dots = dots(code);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return new QrCode(dots.getWidth(), path.toString());
    }

    private static BitMatrix dots(String code) {
        try {
            return new QRCodeWriter()
                    .encode(
                            code,
                            BarcodeFormat.QR_CODE,
                            // As small as it gets: one unit for each dot.
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
