package org.houselights.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a house finds its jars, keeps its things and listens.
 *
 * @param checkout the build tree with the packaged services
 * @param home data, logs and secrets
 * @param settings environment variables for all services on top of the standard ones
 * @param jvm options of every service's Java
 * @param extension classes that every service is given before its own, such as a clock that tests can move; none otherwise
 */
public record Plan(
        Path checkout,
        Path home,
        Doors doors,
        Map<Service, Address> services,
        Map<String, String> settings,
        List<String> jvm,
        @Nullable Path extension) {

    /** Starts fast rather than running fast for long, since two cores are to carry three of these. */
    private static final List<String> THREE_ON_TWO_CORES = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:SweeperThreshold=100",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "-Xms48m",
            "-Xmx384m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    /** The ports that are not a service's. */
    public record Doors(int edge, int inboxPage, int smtp, int postgres, int kafka, int kafkaController) {}

    /** The ports of a service. */
    public record Address(int port, int managementPort) {

        URI management() {
            return URI.create("http://localhost:" + managementPort);
        }
    }

    public Plan {
        services = Map.copyOf(services);
        settings = Map.copyOf(settings);
        jvm = List.copyOf(jvm);
    }

    /** The house that {@code ./run} opens, at the addresses that the documentation names. */
    public static Plan standard(Path checkout) {
        return new Plan(
                checkout,
                checkout.resolve(".local"),
                new Doors(8080, 8025, 3025, 54320, 19092, 19093),
                Map.of(
                        Service.SCREENING, new Address(8081, 9081),
                        Service.TICKETING, new Address(8082, 9082),
                        Service.NOTIFICATION, new Address(8083, 9083)),
                Map.of(),
                THREE_ON_TWO_CORES,
                null);
    }

    /** A house that gets in nobody's way, for tests. */
    public static Plan onFreePorts(Path checkout, Path home) {
        var services = new EnumMap<Service, Address>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, new Address(Ports.free(), Ports.free()));
        }
        var doors = new Doors(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
        return new Plan(checkout, home, doors, services, Map.of(), THREE_ON_TWO_CORES, null);
    }

    /** The same with these environment variables for all services. */
    public Plan with(Map<String, String> more) {
        return new Plan(checkout, home, doors, services, more, jvm, extension);
    }

    /** The same with these classes before those of every service. */
    public Plan extendedBy(Path classes) {
        return new Plan(checkout, home, doors, services, settings, jvm, classes);
    }

    /** The same with these options for every service's Java instead of the usual ones. */
    public Plan runBy(List<String> options) {
        return new Plan(checkout, home, doors, services, settings, options, extension);
    }

    public URI address() {
        return URI.create("http://localhost:" + doors.edge());
    }

    public URI inbox() {
        return URI.create("http://localhost:" + doors.inboxPage());
    }

    /** The JDBC address of a service's database; its user and password are the service's id. */
    public String database(Service service) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(doors.postgres(), service.id());
    }

    /** Where Kafka is. */
    public String bootstrapServers() {
        return "localhost:" + doors.kafka();
    }

    /** Where a service listens by itself, without the edge. */
    public URI of(Service service) {
        return URI.create("http://localhost:" + address(service).port());
    }

    /** Where a service tells of its health and its metrics. */
    public URI management(Service service) {
        return address(service).management();
    }

    Address address(Service service) {
        Address address = services.get(service);
        if (address == null) {
            throw new IllegalStateException("The plan has no place for " + service);
        }
        return address;
    }
}
