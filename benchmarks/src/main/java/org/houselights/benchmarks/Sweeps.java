package org.houselights.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.houselights.local.Service;

/** How long ticketing's rounds take, which look each second for whatever is due, as its metrics tell. */
final class Sweeps {

    private static final String ROUNDS = "code_function=\"go\"";
    /** Ten rounds. */
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    private final URL metrics;

    Sweeps(Stage stage) {
        try {
            this.metrics = stage.plan()
                    .management(Service.TICKETING)
                    .resolve("/actuator/prometheus")
                    .toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Taken(double seconds, double rounds) {}

    /** Milliseconds of one, on average over the next ten. */
    double millis() {
        Taken before = taken();
        try {
            Thread.sleep(ENOUGH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Taken after = taken();
        return 1000 * (after.seconds() - before.seconds()) / (after.rounds() - before.rounds());
    }

    private Taken taken() {
        try (InputStream answer = metrics.openStream()) {
            String all = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            return new Taken(
                    sum(all, "tasks_scheduled_execution_seconds_sum"),
                    sum(all, "tasks_scheduled_execution_seconds_count"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains(ROUNDS))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
