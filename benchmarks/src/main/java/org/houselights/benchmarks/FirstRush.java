package org.houselights.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;
import org.houselights.local.Service;

/** Those who come as soon as ticketing says that it is ready, where it ordered from itself before that and where it didn't. */
final class FirstRush {

    private static final int CROWD = 256;
    private static final Duration AT_FIRST = Duration.ofSeconds(5);

    private final Path checkout;
    private final int rounds;
    private final Consumer<Figure> report;

    FirstRush(Path checkout, int rounds, Consumer<Figure> report) {
        this.checkout = checkout;
        this.rounds = rounds;
        this.report = report;
    }

    void measure() {
        var cold = new ArrayList<Double>();
        var warm = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            cold.add(pledgesAtFirst("0s"));
            warm.add(pledgesAtFirst("3s"));
        }
        report.accept(new Figure("pledges in the first five seconds after a start", cold, "/s", null));
        report.accept(new Figure("  warmed up for three seconds before it", warm, "/s", null));
        report.accept(new Figure("  warmed up ÷ not", Figure.ratios(warm, cold), "", null));
    }

    private double pledgesAtFirst(String warmUp) {
        try (Stage stage = Stage.open(checkout, Map.of("HOUSELIGHTS_WARMUP_TIME", warmUp), Service.TICKETING)) {
            Request pledge = Request.pledge(stage.presale());
            return stage.ticketing().closed(CROWD, AT_FIRST, pledge).perSecond();
        }
    }
}
