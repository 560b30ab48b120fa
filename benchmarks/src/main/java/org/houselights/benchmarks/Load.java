package org.houselights.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Many at once, over kept connections. */
final class Load {

    /**
     * What came back.
     *
     * @param seconds that it took
     * @param answers how many of each status
     * @param latency microseconds
     */
    record Result(double seconds, Map<Integer, Long> answers, Histogram latency) {

        /** Answers with a status of 2xx, per second. */
        double perSecond() {
            return succeeded() / seconds;
        }

        long succeeded() {
            return answers.entrySet().stream()
                    .filter(entry -> entry.getKey() / 100 == 2)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        double p99Millis() {
            return millis(latency, 99);
        }

        double medianMillis() {
            return millis(latency, 50);
        }
    }

    private final int port;
    private final AtomicLong numbers = new AtomicLong();

    Load(int port) {
        this.port = port;
    }

    /** As fast as they are answered: each connection sends its next request when it has the answer to the last. */
    Result closed(int connections, Duration time, Request request) {
        long end = System.nanoTime() + time.toNanos();
        return run(connections, (wire, meter) -> {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                meter.count(wire.send(request.bytes(numbers.getAndIncrement())), start);
            }
        });
    }

    /** As {@link #closed}, but whoever is told to come back later does so then and not before. */
    Result patient(int connections, Duration time, Request request) {
        long end = System.nanoTime() + time.toNanos();
        return run(connections, (wire, meter) -> {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                meter.count(wire.send(request.bytes(numbers.getAndIncrement())), start);
                sleepUntil(Math.min(end, System.nanoTime() + wire.comeBack().toNanos()));
            }
        });
    }

    /**
     * At a rate that doesn't care for answers, as people come: each is measured from the moment at which it should have been sent, so
     * that a stall is seen by all who came during it.
     */
    Result open(int perSecond, Duration time, Request request) {
        long count = perSecond * time.toMillis() / 1000;
        long gap = 1_000_000_000L / perSecond;
        long begin = System.nanoTime() + 50_000_000L;
        AtomicLong next = new AtomicLong();
        int connections = Math.clamp(perSecond / 10, 16, 1000);
        return run(connections, (wire, meter) -> {
            for (long turn = next.getAndIncrement(); turn < count; turn = next.getAndIncrement()) {
                long due = begin + turn * gap;
                sleepUntil(due);
                meter.count(wire.send(request.bytes(numbers.getAndIncrement())), due);
            }
        });
    }

    /** At least as long as it takes a thousand to come: of fewer, the p99 is a matter of luck. */
    static Duration longEnough(Duration time, int perSecond) {
        Duration thousand = Duration.ofMillis(1_000_000 / perSecond);
        return time.compareTo(thousand) < 0 ? thousand : time;
    }

    /** Does something at that pace, one after the other, and measures each from the moment at which it was due. */
    static Histogram paced(int perSecond, Duration time, Runnable work) {
        Histogram latency = new Histogram(60_000_000L, 3);
        long begin = System.nanoTime();
        for (long turn = 0; turn < perSecond * time.toSeconds(); turn++) {
            long due = begin + turn * 1_000_000_000L / perSecond;
            sleepUntil(due);
            work.run();
            latency.recordValue((System.nanoTime() - due) / 1000);
        }
        return latency;
    }

    /** What so many of a hundred stayed below, of latencies in microseconds. */
    static double millis(Histogram latency, int percentile) {
        return latency.getValueAtPercentile(percentile) / 1000.0;
    }

    private static void sleepUntil(long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    private interface Sender {
        void send(Wire wire, Meter meter) throws IOException;
    }

    private Result run(int connections, Sender sender) {
        Meter meter = new Meter();
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                wires.add(new Wire(port));
            }
            long begin = System.nanoTime();
            SideBySide.run(
                    wires.stream()
                            .<Callable<?>>map(wire -> () -> {
                                sender.send(wire, meter);
                                return null;
                            })
                            .toList(),
                    "A connection broke");
            return meter.result((System.nanoTime() - begin) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            wires.forEach(Load::close);
        }
    }

    private static void close(Wire wire) {
        try {
            wire.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    private static final class Meter {

        private final Histogram latency = new ConcurrentHistogram(60_000_000L, 3);
        private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

        void count(int status, long since) {
            latency.recordValue(Math.min((System.nanoTime() - since) / 1000, 60_000_000L));
            answers.computeIfAbsent(status, any -> new LongAdder()).increment();
        }

        Result result(double seconds) {
            Map<Integer, Long> counted = new TreeMap<>();
            answers.forEach((status, count) -> counted.put(status, count.sum()));
            return new Result(seconds, counted, latency);
        }
    }
}
