package org.houselights.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.houselights.local.Service;

/** What {@code ./bench} starts. */
public final class Main {

    private static final List<String> ALL =
            List.of("rush", "alone", "overload", "relay", "readers", "growth", "tipping");

    private Main() {}

    public static void main(String[] arguments) {
        Set<String> unknown = new TreeSet<>(Arrays.asList(arguments));
        ALL.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            System.err.println("Nothing to measure is called %s; there are %s."
                    .formatted(String.join(", ", unknown), String.join(", ", ALL)));
            System.exit(1);
        }
        List<String> wanted = arguments.length == 0 ? ALL : List.of(arguments);
        int rounds = setting("ROUNDS", 3);
        Duration time = Duration.ofSeconds(setting("SECONDS", 5));
        Path checkout = Path.of("").toAbsolutePath();
        Report report = new Report();
        List<String> onTicketingAlone =
                wanted.stream().filter(name -> !name.equals("tipping")).toList();
        if (!onTicketingAlone.isEmpty()) {
            measure(onTicketingAlone, checkout, rounds, time, report);
        }
        if (wanted.contains("tipping")) {
            measureTipping(checkout, rounds, report);
        }
        System.out.println("\nWith plots: " + report.write(checkout.resolve("benchmarks/report")));
        System.exit(report.allMet() ? 0 : 2);
    }

    private static void measure(List<String> wanted, Path checkout, int rounds, Duration time, Report report) {
        try (Stage stage = Stage.open(checkout, Service.TICKETING)) {
            stage.warmUp(time);
            Rush rush = new Rush(stage, rounds, time, report::add);
            for (String name : wanted) {
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
        }
    }

    private static void measureTipping(Path checkout, int rounds, Report report) {
        try (MailSink sink = MailSink.open();
                Stage stage = Stage.open(
                        checkout,
                        Map.of("SPRING_MAIL_PORT", String.valueOf(sink.port())),
                        Service.TICKETING,
                        Service.NOTIFICATION)) {
            new Tipping(stage, sink, rounds, report::add).measure();
        }
    }

    private static int setting(String name, int usual) {
        String value = System.getenv(name);
        return value == null ? usual : Integer.parseInt(value);
    }
}
