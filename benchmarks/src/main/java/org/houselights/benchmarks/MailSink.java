package org.houselights.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that accepts everything and keeps nothing, so that what is measured is whoever sends. */
final class MailSink implements AutoCloseable {

    /**
     * What came in.
     *
     * @param bytes of all messages together
     * @param first when the first was accepted, as {@link System#nanoTime} tells it; likewise {@code last}
     */
    record Arrivals(long count, long bytes, long first, long last) {

        double perSecond() {
            return (count - 1) / ((last - first) / 1e9);
        }

        int size() {
            return Math.toIntExact(bytes / count);
        }
    }

    private final ServerSocket door;
    private Arrivals arrivals = new Arrivals(0, 0, 0, 0);

    private MailSink(ServerSocket door) {
        this.door = door;
    }

    static MailSink open() {
        try {
            var sink = new MailSink(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(sink::welcome);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized Arrivals arrivals() {
        return arrivals;
    }

    synchronized void startAgain() {
        arrivals = new Arrivals(0, 0, 0, 0);
    }

    private synchronized void accepted(long bytes) {
        long now = System.nanoTime();
        arrivals = new Arrivals(
                arrivals.count() + 1, arrivals.bytes() + bytes, arrivals.count() == 0 ? now : arrivals.first(), now);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                caller.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException e) {
                // The door was closed.
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1), 32 * 1024)) {
            OutputStream out = caller.getOutputStream();
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.toUpperCase(Locale.ROOT)) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        accepted(message(in));
                        say(out, "250 accepted");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The caller left.
        }
    }

    /** @return its bytes */
    private static long message(BufferedReader in) throws IOException {
        long bytes = 0;
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            bytes += line.length() + 2;
        }
        return bytes;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
