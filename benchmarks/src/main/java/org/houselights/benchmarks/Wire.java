package org.houselights.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One kept connection. It knows as much of HTTP as the services speak, because a whole client costs more than what it measures. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int end;
    private Duration comeBack = Duration.ZERO;

    Wire(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Sends a request, reads the answer and returns its status. */
    int send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        String status = readLine();
        long length = 0;
        boolean chunked = false;
        comeBack = Duration.ZERO;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "Transfer-Encoding: chunked", 0, 26)) {
                chunked = true;
            } else if (header.regionMatches(true, 0, "Retry-After:", 0, 12)) {
                comeBack =
                        Duration.ofSeconds(Long.parseLong(header.substring(12).strip()));
            }
        }
        if (chunked) {
            for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
                skip(chunk);
                readLine();
            }
            readLine();
        } else {
            skip(length);
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    /** How long the last answer asks to wait before the next try; most don't. */
    Duration comeBack() {
        return comeBack;
    }

    private long chunk() throws IOException {
        return Long.parseLong(readLine(), 16);
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > end - next) {
            left -= end - next;
            fill();
        }
        next += (int) left;
    }

    /** Without its end, whether that is two characters or one. */
    private String readLine() throws IOException {
        String before = "";
        int start = next;
        while (next == end || buffer[next] != '\n') {
            if (next == end) {
                before += new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
                fill();
                start = next;
            } else {
                next++;
            }
        }
        return (before + new String(buffer, start, next++ - start, StandardCharsets.ISO_8859_1)).stripTrailing();
    }

    private void fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException("the server closed the connection");
        }
    }

    InputStream stream(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        return in;
    }

    static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
