package org.houselights.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.houselights.local.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code ./bench} starts. */
public final class Main {

    /** Those that are measured with ticketing open and nobody else, one after the other. */
    private static final List<String> OF_TICKETING =
            List.of("rush", "alone", "slow-disk", "overload", "relay", "readers", "growth");

    private static final List<String> ALL = Stream.concat(OF_TICKETING.stream(), Stream.of("tipping", "foyer", "start"))
            .toList();

    private static final Logger log = LoggerFactory.getLogger(Main.class);

    private final List<String> wanted;
    private final int rounds = setting("ROUNDS", 3);
    private final Duration time = Duration.ofSeconds(setting("SECONDS", 5));
    private final Path checkout = Path.of("").toAbsolutePath();
    private final Report report = new Report();
    private boolean whole = true;

    private Main(List<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] arguments) {
        Set<String> unknown = new TreeSet<>(Arrays.asList(arguments));
        ALL.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            System.err.println("Nothing to measure is called %s; there are %s."
                    .formatted(String.join(", ", unknown), String.join(", ", ALL)));
            System.exit(1);
        }
        System.exit(new Main(arguments.length == 0 ? ALL : List.of(arguments)).measure());
    }

    private int measure() {
        List<String> ofTicketing =
                wanted.stream().filter(OF_TICKETING::contains).toList();
        if (!ofTicketing.isEmpty()) {
            try (Stage stage = Stage.open(checkout, Service.TICKETING)) {
                stage.warmUp(time);
                ofTicketing.forEach(name -> unlessItBreaks(name, () -> measure(name, stage)));
            }
        }
        if (wanted.contains("tipping")) {
            unlessItBreaks("tipping", this::tipping);
        }
        if (wanted.contains("foyer")) {
            unlessItBreaks("foyer", this::foyer);
        }
        if (wanted.contains("start")) {
            unlessItBreaks("start", () -> new Start(checkout, rounds, report::add).measure());
            unlessItBreaks("start", () -> new FirstRush(checkout, rounds, report::add).measure());
        }
        System.out.println("\nWith plots: " + report.write(checkout.resolve("benchmarks/report")));
        if (!whole) {
            return 1;
        }
        return report.allMet() ? 0 : 2;
    }

    /** What breaks is told, and costs no other its figures. */
    private void unlessItBreaks(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            whole = false;
            System.out.printf("%s broke: %s; the rest is in .local/logs/house.log%n", name, e.getMessage());
            log.error("{} broke", name, e);
        }
    }

    private void measure(String name, Stage stage) {
        Rush rush = new Rush(stage, rounds, time, report::add);
        switch (name) {
            case "rush" -> rush.crowd();
            case "alone" -> rush.alone();
            case "slow-disk" -> rush.slowDisk();
            case "overload" -> rush.overload();
            case "relay" -> new Delivery(stage, rounds, time, report::add).measure();
            case "readers" -> new Readers(stage, rounds, time, report::add).measure();
            default -> new Growth(stage, rounds, time, setting("ORDERS", 5_000_000), report::add).measure();
        }
    }

    private void tipping() {
        try (MailSink sink = MailSink.open();
                Stage stage = Stage.open(
                        checkout,
                        Map.of("SPRING_MAIL_PORT", String.valueOf(sink.port())),
                        Service.TICKETING,
                        Service.NOTIFICATION)) {
            new Tipping(stage, sink, rounds, report::add).measure();
        }
    }

    private void foyer() {
        try (Stage stage = Stage.open(checkout, Service.values())) {
            new Foyer(stage, rounds, time, report::add).measure();
        }
    }

    private static int setting(String name, int usual) {
        String value = System.getenv(name);
        return value == null ? usual : Integer.parseInt(value);
    }
}
