package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atLeast;
import static org.houselights.benchmarks.Figure.Goal.atMost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.houselights.local.Service;

/** Thousands of buyers on one pre-sale, on a thousand of them, and one alone. */
final class Rush {

    /** Connections: as many as are let in at once, and fewer. Whichever does most counts, as it does for {@link Pgbench#CLIENTS}. */
    private static final List<Integer> CROWDS = List.of(256, 512, 1000);

    private static final int TOO_MANY = 4000;
    /** A second. */
    private static final int ALONE = 100;

    private static final Duration FLUSH = Duration.ofMillis(3);

    private final Stage stage;
    private final int rounds;
    private final Duration time;
    private final Consumer<Figure> report;
    private final Load load;

    Rush(Stage stage, int rounds, Duration time, Consumer<Figure> report) {
        this.stage = stage;
        this.rounds = rounds;
        this.time = time;
        this.report = report;
        this.load = stage.ticketing();
    }

    void crowd() {
        UUID one = stage.presale();
        Request pledge = Request.pledge(one);
        Request spread = Request.pledge(stage.presales(1000).toArray(UUID[]::new));
        Optional<Pgbench> pgbench = Pgbench.at(stage);
        var pledges = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        var many = new ArrayList<Double>();
        var nothing = new ArrayList<Double>();
        var single = new ArrayList<Double>();
        var inserts = new ArrayList<Double>();
        // A thousand counters at once take practice as well.
        rush(spread);
        for (int round = 0; round < rounds; round++) {
            Load.Result rush = rush(pledge);
            pledges.add(rush.perSecond());
            p99.add(rush.p99Millis());
            many.add(rush(spread).perSecond());
            nothing.add(load.closed(64, time, Request.nothing()).perSecond());
            pgbench.ifPresent(limit -> {
                single.add(best(clients -> limit.pledges(one, clients, time)));
                stage.settle();
                inserts.add(best(clients -> limit.inserts(one, clients, time)));
                stage.settle();
            });
        }
        report.accept(
                new Figure("pledges for one pre-sale, best of 256, 512 and 1,000 connections", pledges, "/s", null));
        report.accept(new Figure("  their p99", p99, "ms", null));
        report.accept(new Figure("an endpoint that does nothing", nothing, "/s", null));
        report.accept(new Figure("pledges ÷ nothing", Figure.ratios(pledges, nothing), "", atLeast(0.3)));
        if (!single.isEmpty()) {
            report.accept(new Figure("pgbench, a transaction each, best of 1, 8, 32 clients", single, "/s", null));
            report.accept(new Figure("pgbench, inserts only", inserts, "/s", null));
            report.accept(new Figure(
                    "pledges ÷ pgbench, a transaction each", Figure.ratios(pledges, single), "", atLeast(4)));
            report.accept(
                    new Figure("pledges ÷ pgbench, inserts only", Figure.ratios(pledges, inserts), "", atLeast(0.7)));
        }
        report.accept(
                new Figure("pledges for 1,000 pre-sales ÷ for one", Figure.ratios(many, pledges), "", atLeast(0.7)));
        for (int rate : List.of(500, 5000)) {
            comingAt(rate, pledge);
        }
    }

    private void comingAt(int rate, Request pledge) {
        var p99 = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            stage.rest();
            p99.add(load.open(rate, time, pledge).p99Millis());
        }
        stage.settle();
        report.accept(new Figure(
                "p99 of pledges that come at %,d a second".formatted(rate),
                p99,
                "ms",
                rate == 5000 ? atMost(10) : null));
    }

    /** At 100 a second nobody meets anybody. Nothing but the way there may cost more than a transaction by itself. */
    void alone() {
        UUID one = stage.presale();
        Request pledge = Request.pledge(one);
        Pgbench.addFunctions(stage);
        stage.practiseOneByOne(load, time, pledge);
        Duration enough = Load.longEnough(time, ALONE);
        var lone = new ArrayList<Double>();
        var medians = new ArrayList<Double>();
        var nothing = new ArrayList<Double>();
        var transaction = new ArrayList<Double>();
        var limit = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            stage.rest();
            Load.Result pledges = load.open(ALONE, enough, pledge);
            medians.add(pledges.medianMillis());
            lone.add(pledges.p99Millis());
            nothing.add(load.open(ALONE, enough, Request.nothing()).p99Millis());
            transaction.add(Load.millis(transactions(one, enough), 99));
            limit.add(nothing.getLast() + transaction.getLast());
        }
        report.accept(new Figure("a lone pledge through HTTP, median", medians, "ms", null));
        report.accept(new Figure("  p99", lone, "ms", null));
        report.accept(new Figure("an endpoint that does nothing, alone, p99", nothing, "ms", null));
        report.accept(new Figure("one transaction by itself, in one call, p99", transaction, "ms", null));
        report.accept(new Figure(
                "a lone pledge ÷ (nothing + one transaction), p99", Figure.ratios(lone, limit), "", atMost(1.3)));
    }

    private Histogram transactions(UUID screening, Duration enough) {
        try (Connection connection = stage.database();
                PreparedStatement pledge = connection.prepareStatement("select bench_pledge(?)")) {
            pledge.setObject(1, screening);
            return Load.paced(ALONE, enough, () -> {
                try {
                    pledge.execute();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a commit is dear, sharing it is worth most. */
    void slowDisk() {
        UUID one = stage.presale();
        Request pledge = Request.pledge(one);
        Optional<Pgbench> pgbench = Pgbench.at(stage);
        var pledges = new ArrayList<Double>();
        var single = new ArrayList<Double>();
        stage.slowDisk(FLUSH);
        try {
            for (int round = 0; round < rounds; round++) {
                pledges.add(rush(pledge).perSecond());
                pgbench.ifPresent(limit -> {
                    single.add(best(clients -> limit.pledges(one, clients, time)));
                    stage.settle();
                });
            }
        } finally {
            stage.slowDisk(Duration.ZERO);
        }
        report.accept(new Figure("pledges for one pre-sale, a flush taking 3 ms more", pledges, "/s", null));
        if (!single.isEmpty()) {
            report.accept(new Figure("pgbench, a transaction each, likewise", single, "/s", null));
            report.accept(new Figure(
                    "pledges ÷ pgbench, a flush taking 3 ms more", Figure.ratios(pledges, single), "", atLeast(50)));
        }
    }

    /** Four times as many as are let in at once: those who come back when they are told to, and those who press again at once. */
    void overload() {
        Request pledge = Request.pledge(stage.presale());
        var peak = new ArrayList<Double>();
        var patient = new ArrayList<Double>();
        var refused = new ArrayList<Double>();
        var impatient = new ArrayList<Double>();
        // To be refused takes practice as well, and those who try again at once give more of it.
        stage.practise(Service.TICKETING, TOO_MANY, time, Request.pledge(stage.presale()));
        stage.settle();
        for (int round = 0; round < rounds; round++) {
            peak.add(rush(pledge).perSecond());
            // Of as many runs as the peak: the best of several has luck with it.
            Load.Result result = most(
                    Stream.generate(() -> load.patient(TOO_MANY, time, pledge)).limit(CROWDS.size()));
            patient.add(result.perSecond());
            refused.add(result.answers().getOrDefault(429, 0L) / result.seconds());
            impatient.add(load.closed(TOO_MANY, time, pledge).perSecond());
            stage.settle();
        }
        report.accept(new Figure("pledges with 256, 512 or 1,000 connections, whichever is most", peak, "/s", null));
        report.accept(
                new Figure("pledges with 4,000 connections that wait as told, best of three", patient, "/s", null));
        report.accept(new Figure("  refused with 429 meanwhile", refused, "/s", null));
        report.accept(new Figure("  ÷ the peak", Figure.ratios(patient, peak), "", atLeast(0.9)));
        report.accept(new Figure("pledges with 4,000 connections that try again at once", impatient, "/s", null));
        report.accept(new Figure("  ÷ the peak", Figure.ratios(impatient, peak), "", null));
    }

    /** By the crowd that has most answers a second. */
    private Load.Result rush(Request pledge) {
        return most(CROWDS.stream().map(connections -> load.closed(connections, time, pledge)));
    }

    private Load.Result most(Stream<Load.Result> runs) {
        return runs.map(this::settled)
                .max(Comparator.comparingDouble(Load.Result::perSecond))
                .orElseThrow();
    }

    private Load.Result settled(Load.Result run) {
        stage.settle();
        return run;
    }

    private interface Limit {
        double perSecond(int clients);
    }

    private static double best(Limit limit) {
        return Pgbench.CLIENTS.stream().mapToDouble(limit::perSecond).max().orElseThrow();
    }
}
