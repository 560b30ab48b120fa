package org.houselights.notification.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes square pictures in black and white: a bit for each point, and nothing to be asked of a picture library, which
 * takes a hundred times as long.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics</a>
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte ONE_BIT = 1;
    private static final byte GREYSCALE = 0;
    private static final byte UNFILTERED = 0;

    private Png() {}

    /** @param row the points of a row, eight to a byte, the leftmost in the highest bit; those set are white */
    static byte[] square(int side, IntFunction<byte[]> row) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put(ONE_BIT)
                        .put(GREYSCALE)
                        .array(),
                png);
        chunk("IDAT", deflated(rows(side, row)), png);
        chunk("IEND", new byte[0], png);
        return png.toByteArray();
    }

    private static byte[] rows(int side, IntFunction<byte[]> row) {
        ByteBuffer rows = ByteBuffer.allocate(side * (1 + (side + 7) / 8));
        for (int y = 0; y < side; y++) {
            rows.put(UNFILTERED).put(row.apply(y));
        }
        return rows.array();
    }

    /** Three hundred bytes more than with the usual level, in a sixth of the time. */
    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] part = new byte[4096];
            while (!deflater.finished()) {
                deflated.write(part, 0, deflater.deflate(part));
            }
            return deflated.toByteArray();
        }
    }

    private static void chunk(String type, byte[] data, ByteArrayOutputStream png) {
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 sum = new CRC32();
        sum.update(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
