package org.houselights.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.houselights.local.Looks;
import org.jspecify.annotations.Nullable;

/**
 * Pages that are told how far their pre-sales are. One thread reads them all, and no more of what comes than the number of seats that
 * are left: what is measured is who writes.
 */
final class OpenPages implements AutoCloseable {

    private static final byte[] SEATS_LEFT = " seats left".getBytes(StandardCharsets.US_ASCII);
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SocketAddress service;
    private final Selector selector;
    private final Thread reader;
    private final List<Page> pages = new ArrayList<>();
    private volatile Histogram lag = emptyHistogram();
    private volatile @Nullable IOException trouble;

    OpenPages(int port) {
        this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.reader = Thread.ofPlatform().name("open pages").start(this::read);
    }

    /** Opens so many of this pre-sale, as fast as they are told for the first time: people don't come in one instant. */
    void open(int count, Sales sales) {
        byte[] request =
                Request.get("/presales/%s/live".formatted(sales.screening())).bytes(0);
        try {
            for (int i = 0; i < count; i++) {
                SocketChannel channel = SocketChannel.open(service);
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
                Page page = new Page(channel, sales);
                pages.add(page);
                channel.register(selector, SelectionKey.OP_READ, page);
                // Who selects already would otherwise not see it before something else happens.
                selector.wakeup();
                if (pages.size() % AT_ONCE == 0) {
                    awaitAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the lags of before. */
    void measureAnew() {
        lag = emptyHistogram();
    }

    /** Waits until each knows of all that was sold. @return how long after a sale's answer each page had it, in microseconds */
    Histogram awaitAll() {
        Looks.until(PATIENCE, () -> trouble != null || behind() == 0);
        long behind = behind();
        if (behind > 0) {
            throw new IllegalStateException("%,d of %,d pages were not told".formatted(behind, pages.size()), trouble);
        }
        return lag;
    }

    private long behind() {
        return pages.stream().filter(Page::isBehind).count();
    }

    private static Histogram emptyHistogram() {
        return new ConcurrentHistogram(60_000_000L, 3);
    }

    private void read() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(64 * 1024);
        try {
            while (true) {
                selector.select(key -> {
                    if (key.attachment() instanceof Page page) {
                        read(page, bytes);
                    }
                });
            }
        } catch (ClosedSelectorException closed) {
            // As asked.
        } catch (IOException | UncheckedIOException e) {
            trouble = new IOException(e);
        }
    }

    private void read(Page page, ByteBuffer bytes) {
        try {
            if (page.channel.read(bytes.clear()) < 0) {
                throw new EOFException("the service closed a page");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
            page.take(bytes.get(), lag);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            reader.join();
            for (Page page : pages) {
                page.channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was sold for one pre-sale, a seat at a time by one seller. */
    static final class Sales {

        private final UUID screening;
        private final long[] answered;
        private volatile int sold;

        /** @param most seats that will be sold */
        Sales(UUID screening, int most) {
            this.screening = screening;
            this.answered = new long[most];
        }

        UUID screening() {
            return screening;
        }

        void sellOne() {
            int count = sold;
            answered[count] = System.nanoTime();
            sold = count + 1;
        }

        int sold() {
            return sold;
        }

        /** Nanoseconds since the seller was told that the seat is sold; 0 if the reader was told before. */
        private long since(int seat) {
            return seat < sold ? System.nanoTime() - answered[seat] : 0;
        }
    }

    private static final class Page {

        private final SocketChannel channel;
        private final Sales sales;
        private long number;
        private int matched;
        private volatile int told = -1;

        Page(SocketChannel channel, Sales sales) {
            this.channel = channel;
            this.sales = sales;
        }

        void take(byte next, Histogram lag) {
            if (next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
                matched = 0;
            } else if (next == SEATS_LEFT[matched]) {
                if (++matched == SEATS_LEFT.length) {
                    tell(Math.toIntExact(Stage.CAPACITY - number), lag);
                    matched = 0;
                }
            } else if (next != ',') {
                number = 0;
                matched = next == SEATS_LEFT[0] ? 1 : 0;
            }
        }

        private void tell(int sold, Histogram lag) {
            for (int seat = Math.max(told, 0); told >= 0 && seat < sold; seat++) {
                lag.recordValue(Math.min(sales.since(seat) / 1000, 60_000_000L));
            }
            told = sold;
        }

        boolean isBehind() {
            return told < sales.sold();
        }
    }
}
