package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atMost;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.houselights.benchmarks.OpenPages.Sales;
import org.houselights.local.Service;

/** Ten thousand who watch, most of them the same pre-sale, while others pledge; and those who just open a page. */
final class Readers {

    private static final int WATCHING = 10_000;
    private static final int OTHER_PRESALES = 100;
    private static final int WATCHING_EACH_OTHER = 10;

    /** Pledges a second for the pre-sale that most watch, and as many for all the others together. */
    private static final int PLEDGES = 20;

    /** Each page is one for the service and one for whoever reads it; both open others as well. */
    private static final int FILES = WATCHING + 1_000;

    private static final int PAGES_PER_SECOND = 100;

    private final Stage stage;
    private final int rounds;
    private final Duration time;
    private final Consumer<Figure> report;

    Readers(Stage stage, int rounds, Duration time, Consumer<Figure> report) {
        this.stage = stage;
        this.rounds = rounds;
        this.time = time;
        this.report = report;
    }

    void measure() {
        int most = Math.toIntExact(PLEDGES * time.toSeconds() * (rounds + 1));
        List<Sales> presales = stage.presales(OTHER_PRESALES + 1).stream()
                .map(id -> new Sales(id, most))
                .toList();
        Sales crowded = presales.getFirst();
        Request page = Request.get("/presales/" + crowded.screening());
        pages(page);
        if (mayOpen() >= FILES) {
            openPages(crowded, presales.subList(1, presales.size()), page);
        } else {
            System.err.printf(
                    "%,d open pages take %,d open files, and here are %,d allowed: ulimit -n %d%n",
                    WATCHING, FILES, mayOpen(), FILES);
        }
    }

    private void pages(Request page) {
        Load load = stage.ticketing();
        stage.practise(Service.TICKETING, 64, time.multipliedBy(3), page);
        var pages = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            pages.add(load.closed(64, time, page).perSecond());
            p99.add(load.open(PAGES_PER_SECOND, time, page).p99Millis());
        }
        report.accept(new Figure("pledge pages, 64 connections", pages, "/s", null));
        report.accept(new Figure(
                "  p99 of those that are asked for %d times a second".formatted(PAGES_PER_SECOND), p99, "ms", null));
    }

    private void openPages(Sales crowded, List<Sales> others, Request page) {
        Load load = stage.ticketing();
        double before = stage.residentMegabytes();
        var memory = new ArrayList<Double>();
        var medians = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        var meanwhile = new ArrayList<Double>();
        try (OpenPages open = new OpenPages(stage.port(Service.TICKETING))) {
            open.open(WATCHING - OTHER_PRESALES * WATCHING_EACH_OTHER, crowded);
            others.forEach(sales -> open.open(WATCHING_EACH_OTHER, sales));
            open.awaitAll();
            // The first round is for practice.
            for (int round = 0; round <= rounds; round++) {
                open.measureAnew();
                Load.Result loaded = whileOthersPledge(crowded, others, () -> load.open(PAGES_PER_SECOND, time, page));
                Histogram lag = open.awaitAll();
                if (round > 0) {
                    memory.add(stage.residentMegabytes());
                    medians.add(Load.millis(lag, 50));
                    p99.add(Load.millis(lag, 99));
                    meanwhile.add(loaded.p99Millis());
                }
                stage.settle();
            }
        }
        report.accept(new Figure("a pledge's answer to 10,000 open pages, median", medians, "ms", null));
        report.accept(new Figure("  p99", p99, "ms", atMost(1000)));
        report.accept(new Figure(
                "  p99 of pledge pages meanwhile, %d a second".formatted(PAGES_PER_SECOND), meanwhile, "ms", null));
        report.accept(new Figure("  memory of the service", memory, "MB", null));
        report.accept(new Figure("  and before", List.of(before), "MB", null));
    }

    /** Java allows itself as many as it may. */
    private static long mayOpen() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private <T> T whileOthersPledge(Sales crowded, List<Sales> others, Supplier<T> happening) {
        try (var sellers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> selling =
                    List.of(sellers.submit(() -> sell(List.of(crowded))), sellers.submit(() -> sell(others)));
            T result = happening.get();
            for (Future<?> done : selling) {
                done.get();
            }
            return result;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A pledge was lost", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One pledge after the other, at a rate that doesn't care how long they take as long as they keep up. */
    private Void sell(List<Sales> presales) throws IOException {
        List<Request> pledges = presales.stream()
                .map(sales -> Request.pledge(sales.screening()))
                .toList();
        long begin = System.nanoTime();
        try (Wire wire = new Wire(stage.port(Service.TICKETING))) {
            for (int turn = 0; turn < PLEDGES * time.toSeconds(); turn++) {
                LockSupport.parkNanos(begin + turn * 1_000_000_000L / PLEDGES - System.nanoTime());
                int which = turn % presales.size();
                int status = wire.send(pledges.get(which).bytes(turn));
                if (status != 201) {
                    throw new IOException("a pledge was answered " + status);
                }
                presales.get(which).sellOne();
            }
        }
        return null;
    }
}
