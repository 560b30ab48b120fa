package org.houselights.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.houselights.local.House;
import org.houselights.local.Plan;
import org.houselights.local.Service;
import org.springframework.util.FileSystemUtils;

/** A house of its own at free ports, with no more services open than are measured, so that they have the machine for themselves. */
final class Stage implements AutoCloseable {

    /** As the image runs it, with a heap that is the same everywhere. */
    private static final List<String> AS_IN_THE_IMAGE = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-Xss512k",
            "-XX:+UseParallelGC",
            "-XX:SweeperThreshold=100",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    /** One network may do here what elsewhere takes thousands of them. */
    private static final Map<String, String> SETTINGS = Map.of("SPRING_APPLICATION_JSON", """
            {"houselights":{"web":{"limits":{
               "order-network":{"permits":100000000,"per":"1m"},"order-address":{"permits":1000000,"per":"1m"},
               "sign-in-network":{"permits":1000000,"per":"1m"},"sign-in-address":{"permits":1000000,"per":"1m"}}}},
             "server":{"tomcat":{"accept-count":10000}}}
            """);

    /** Seats of each pre-sale: more than anybody takes. */
    static final int CAPACITY = 1_000_000_000;

    private final House house;
    private final Plan plan;

    private Stage(House house, Plan plan) {
        this.house = house;
        this.plan = plan;
    }

    static Stage open(Path checkout, Service... services) {
        return open(checkout, Map.of(), services);
    }

    /** @param more settings in the environment of the services */
    static Stage open(Path checkout, Map<String, String> more, Service... services) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        Plan plan = plan(checkout)
                .with(settings)
                .runBy(AS_IN_THE_IMAGE)
                .extendedBy(checkout.resolve("benchmarks/target/classes"));
        clear(plan.home());
        House house = new House(plan);
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing"));
        house.openServers();
        house.openServices(services);
        return new Stage(house, plan);
    }

    /** At free ports and in a folder of the benchmarks' own. */
    static Plan plan(Path checkout) {
        return Plan.onFreePorts(checkout, checkout.resolve(".local").resolve("bench"));
    }

    static void clear(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Plan plan() {
        return plan;
    }

    Load ticketing() {
        return new Load(port(Service.TICKETING));
    }

    int port(Service service) {
        return plan.of(service).getPort();
    }

    /** What ticketing's process has of the machine's memory. */
    double residentMegabytes() {
        return residentMegabytes(pid(Service.TICKETING));
    }

    static double residentMegabytes(long pid) {
        try {
            Process ask = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            return Long.parseLong(new String(ask.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip())
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid(Service service) {
        return house.service(service).pid();
    }

    Connection database() throws SQLException {
        return database(Service.TICKETING);
    }

    private Connection database(Service service) throws SQLException {
        return DriverManager.getConnection(plan.database(service), service.id(), service.id());
    }

    /** Pre-sales that take pledges for as long as anybody measures: their size has no limit here. */
    List<UUID> presales(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID());
        }
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table presale drop constraint if exists presale_capacity_check");
            try (var insert = connection.prepareStatement("""
                    insert into presale (screening_id, status, screening, screening_sequence, host_id, currency, price, capacity,
                        wheelchair_places, threshold, goal, starts_at, deadline, opened_at, sequence)
                    values (?, 'OPEN', ?, 1, ?, 'USD', 1200, %1$d, 0, %1$d, 1200 * %1$d::bigint, now() + interval '60 days',
                        now() + interval '50 days', now(), 1)""".formatted(CAPACITY))) {
                for (UUID id : ids) {
                    insert.setObject(1, id);
                    insert.setString(2, Example.screening(id));
                    insert.setObject(3, id);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    void warmUp(Duration time) {
        Request pledge = Request.pledge(presale());
        Load load = ticketing();
        load.closed(64, time, pledge);
        // As the autovacuum does within its first minute: plans that were made for empty tables are made again.
        execute("analyze");
        // By the same load: another would count from the start again and only repeat what was pledged.
        practise(Service.TICKETING, () -> load.closed(256, time.multipliedBy(3), pledge));
        load.closed(64, time, Request.nothing());
        settle();
    }

    void practise(Service service, int connections, Duration time, Request request) {
        Load load = new Load(port(service));
        practise(service, () -> load.closed(connections, time, request));
    }

    /**
     * Pledges that come one by one, or two at once, go another way through everybody's code than those of a rush.
     *
     * @param load the one that measures: another would count from the start again and only repeat what was pledged
     */
    void practiseOneByOne(Load load, Duration time, Request pledge) {
        practise(Service.TICKETING, () -> load.open(500, time.multipliedBy(3), pledge));
    }

    private void practise(Service service, Runnable work) {
        Practice.until(work, pid(service));
    }

    UUID presale() {
        return presales(1).getFirst();
    }

    /**
     * Waits until nothing is left of what was measured, so that one round doesn't pay for the other: the relay has carried everything away, and the
     * disk has what the system would write to it half a minute later, all at once.
     */
    void settle() {
        awaitRelay();
        try {
            new ProcessBuilder("sync").start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long that takes is measured too. */
    void awaitRelay() {
        try {
            while (number("select count(*) from (select 1 from outbox limit 1) waiting") > 0) {
                Thread.sleep(Duration.ofMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * As {@link #settle}, and the database has no checkpoint before it: the end of one holds up every commit for a moment, which would be the price
     * of the rush before and not of those who come now and then.
     */
    void rest() {
        settle();
        command("checkpoint");
    }

    /** Makes each flush to the disk take so much longer, as PostgreSQL itself can: it waits before it flushes, whoever else commits. */
    void slowDisk(Duration flush) {
        command(
                "alter system set commit_siblings = 0",
                "alter system set commit_delay = " + flush.toNanos() / 1000,
                "select pg_reload_conf()");
    }

    /** What only the owner of all databases may do. */
    private void command(String... statements) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:%d/postgres"
                                .formatted(plan.doors().postgres()),
                        "postgres",
                        "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        return number(Service.TICKETING, query);
    }

    long number(Service service, String query) {
        try (Connection connection = database(service);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String... statements) {
        execute(Service.TICKETING, statements);
    }

    void execute(Service service, String... statements) {
        try (Connection connection = database(service);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
