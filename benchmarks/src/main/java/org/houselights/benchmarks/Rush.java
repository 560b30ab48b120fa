package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atLeast;
import static org.houselights.benchmarks.Figure.Goal.atMost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Thousands of buyers on one pre-sale, on a thousand of them, and one alone. */
final class Rush {

    private static final int CROWD = 256;

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
        for (int round = 0; round < rounds; round++) {
            Load.Result rush = load.closed(CROWD, time, pledge);
            pledges.add(rush.perSecond());
            p99.add(rush.p99Millis());
            stage.settle();
            many.add(load.closed(CROWD, time, spread).perSecond());
            stage.settle();
            nothing.add(load.closed(64, time, Request.nothing()).perSecond());
            pgbench.ifPresent(limit -> {
                single.add(best(clients -> limit.pledges(one, clients, time)));
                stage.settle();
                inserts.add(best(clients -> limit.inserts(one, clients, time)));
                stage.settle();
            });
        }
        report.accept(new Figure("pledges for one pre-sale, 256 connections", pledges, "/s", null));
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
            p99.add(load.open(rate, time, pledge).p99Millis());
            stage.settle();
        }
        report.accept(new Figure(
                "p99 of pledges that come at %,d a second".formatted(rate),
                p99,
                "ms",
                rate == 5000 ? atMost(10) : null));
    }

    /** At 100 a second nobody meets anybody. */
    void alone() {
        UUID one = stage.presale();
        Request pledge = Request.pledge(one);
        Optional<Pgbench> pgbench = Pgbench.at(stage);
        var lone = new ArrayList<Double>();
        var nothing = new ArrayList<Double>();
        var transaction = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            lone.add(load.open(100, time, pledge).medianMillis());
            nothing.add(load.open(100, time, Request.nothing()).medianMillis());
            pgbench.ifPresent(
                    limit -> transaction.add(limit.pledges(one, 1, time).latencyMillis()));
            stage.settle();
        }
        report.accept(new Figure("a lone pledge through HTTP, median", lone, "ms", null));
        report.accept(new Figure("an endpoint that does nothing, alone, median", nothing, "ms", null));
        if (!transaction.isEmpty()) {
            report.accept(new Figure("one transaction by itself in pgbench, mean", transaction, "ms", null));
        }
    }

    /** Twice as many as may wait. */
    void overload() {
        Request pledge = Request.pledge(stage.presale());
        var throughput = new ArrayList<Double>();
        var refused = new ArrayList<Double>();
        var peak = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            peak.add(load.closed(CROWD, time, pledge).perSecond());
            stage.settle();
            Load.Result result = load.closed(4000, time, pledge);
            throughput.add(result.perSecond());
            refused.add(result.answers().getOrDefault(429, 0L) / result.seconds());
            stage.settle();
        }
        report.accept(new Figure("pledges with 4,000 connections", throughput, "/s", null));
        report.accept(new Figure("  refused with 429 meanwhile", refused, "/s", null));
        report.accept(new Figure(
                "pledges with 4,000 connections ÷ with 256", Figure.ratios(throughput, peak), "", atLeast(0.9)));
    }

    private interface Limit {
        Pgbench.Run of(int clients);
    }

    private static double best(Limit limit) {
        return Pgbench.CLIENTS.stream()
                .mapToDouble(clients -> limit.of(clients).perSecond())
                .max()
                .orElseThrow();
    }
}
