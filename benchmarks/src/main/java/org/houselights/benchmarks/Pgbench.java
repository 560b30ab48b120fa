package org.houselights.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.houselights.local.Service;

/** What PostgreSQL alone can do with the rows that a pledge writes, as its own load generator sees it. */
final class Pgbench {

    private final Stage stage;
    private final Path program;

    private Pgbench(Stage stage, Path program) {
        this.stage = stage;
        this.program = program;
    }

    /** Nothing, where it isn't installed. */
    static Optional<Pgbench> at(Stage stage) {
        return find().map(program -> {
            addFunctions(stage);
            return new Pgbench(stage, program);
        });
    }

    /** {@code bench_pledge} and {@code bench_insert}, which take the pre-sale's id. */
    static void addFunctions(Stage stage) {
        stage.execute(
                function(
                        "pledge",
                        "update presale set seats_held = seats_held + 1, pledged = pledged + 1200"
                                + " where screening_id = sold;"),
                function("insert", ""));
    }

    /** The rows of one pledge in one call, once with the pre-sale's counters and once without. */
    private static String function(String name, String first) {
        return """
            create or replace function bench_%s(sold uuid) returns void language plpgsql as $$
            declare
                buyer text := md5(random()::text) || md5(random()::text);
            begin
                %s
                insert into orders (id, screening_id, status, bought, name, email, email_hash, locale, tickets, seats, wheelchairs,
                    amount, currency, card, card_brand, card_last4, request_key, request_fingerprint, revision, placed_at, changed_at)
                values (uuidv7(), sold, 'PLEDGED', false, 'Ann Example', buyer || '@example.org', buyer, 'en',
                    '{"lines":[{"type":"FULL","quantity":1,"unit":{"minorUnits":1200,"currency":"USD"}}]}', 1, 0, 1200, 'USD',
                    'sandbox-accepted-' || buyer, 'Visa', '4242', buyer, buyer, 1, now(), now());
                insert into outbox (event_id, topic, key, type, headers, body, appended_at)
                values (uuidv7(), 'ticketing-events', sold::text, 'org.houselights.OrderPledged', '%s', '%s', now());
            end $$""".formatted(name, first, Example.pledged("headers"), Example.pledged("body"));
    }

    private static Optional<Path> find() {
        for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path program = Path.of(directory, "pgbench");
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        try (DirectoryStream<Path> debian = Files.newDirectoryStream(Path.of("/usr/lib/postgresql"), "*/bin")) {
            for (Path directory : debian) {
                Path program = directory.resolve("pgbench");
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        } catch (IOException none) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** One transaction for each pledge of one pre-sale, a second. */
    double pledges(UUID screening, int clients, Duration time) {
        return run("pledge", screening, clients, time);
    }

    /** The same rows without the counters. */
    double inserts(UUID screening, int clients, Duration time) {
        return run("insert", screening, clients, time);
    }

    private double run(String function, UUID screening, int clients, Duration time) {
        try {
            Path script = Files.createTempFile("bench", ".sql");
            try {
                Files.writeString(script, "select bench_%s('%s'::uuid);\n".formatted(function, screening));
                String id = Service.TICKETING.id();
                ProcessBuilder command = new ProcessBuilder(
                                program.toString(),
                                "-n",
                                "-M",
                                "prepared",
                                "-c",
                                String.valueOf(clients),
                                "-j",
                                "2",
                                "-T",
                                String.valueOf(time.toSeconds()),
                                "-f",
                                script.toString(),
                                "-h",
                                "localhost",
                                "-p",
                                String.valueOf(stage.plan().doors().postgres()),
                                "-U",
                                id,
                                id)
                        .redirectErrorStream(true);
                command.environment().put("PGPASSWORD", id);
                Process process = command.start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(said);
                }
                return number("tps = ([0-9.]+)", said);
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double number(String pattern, String said) {
        Matcher found = Pattern.compile(pattern).matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("pgbench said: " + said);
        }
        return Double.parseDouble(found.group(1));
    }

    /** As many as help and as many as hurt. */
    static final List<Integer> CLIENTS = List.of(1, 8, 32);
}
