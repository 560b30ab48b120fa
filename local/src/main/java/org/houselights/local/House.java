package org.houselights.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole house: servers, edge and services. Closing it ends everything, the services first. */
public final class House implements AutoCloseable {

    /** Whoever signs in with this address is an operator. */
    public static final String OPERATOR = "operator@houselights.example";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Plan plan;
    private final Secrets secrets;
    private final Guard guard;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Map<Service, ServiceProcess> services = new ConcurrentHashMap<>();
    private boolean closed;

    public House(Plan plan) {
        this.plan = plan;
        this.secrets = new Secrets(plan.home().resolve("secrets"));
        this.guard = keep(Guard::post);
    }

    public Plan plan() {
        return plan;
    }

    public ServiceProcess service(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " is not there yet");
        }
        return process;
    }

    /** Opens everything; afterwards every service is ready for requests. */
    public void open() {
        openServers();
        openServices();
    }

    /** PostgreSQL with a database for each service, Kafka, the inbox and the edge. */
    public void openServers() {
        var doors = plan.doors();
        Stream.of(
                        doors.edge(),
                        doors.inboxPage(),
                        doors.smtp(),
                        doors.postgres(),
                        doors.kafka(),
                        doors.kafkaController())
                .forEach(House::requireFree);
        inParallel(
                () -> {
                    Path data = directory("data").resolve("postgres");
                    Postgres postgres = keep(() -> Postgres.keeping(data, doors.postgres()));
                    guard.watch(Postgres.pid(data));
                    Stream.of(Service.values()).map(Service::id).forEach(postgres::database);
                },
                () -> keep(
                        () -> Broker.start(directory("data").resolve("kafka"), doors.kafka(), doors.kafkaController())),
                () -> {
                    Inbox inbox = keep(() -> Inbox.open(directory("inbox"), doors.smtp(), Clock.systemUTC()));
                    keep(() -> InboxPage.open(inbox, doors.inboxPage()));
                },
                () -> keep(() -> Edge.open(doors.edge(), plan::of)));
    }

    /** Starts the three services side by side. */
    public void openServices() {
        openServices(Service.values());
    }

    /** Starts these services side by side. */
    public void openServices(Service... wanted) {
        inParallel(Stream.of(wanted)
                .<Task>map(service -> () -> {
                    var process = keep(() -> process(service, plan.address(service), service.id()));
                    services.put(service, process);
                    process.start();
                    process.awaitReady(PATIENCE);
                })
                .toArray(Task[]::new));
    }

    /** Starts one more instance of a service, at other ports and with a log of its own. The edge sends nothing to it. */
    public ServiceProcess startAnother(Service service) throws InterruptedException {
        var address = new Plan.Address(Ports.free(), Ports.free());
        var process = keep(() -> process(service, address, "%s-%d".formatted(service.id(), address.port())));
        process.start();
        process.awaitReady(PATIENCE);
        return process;
    }

    /** Runs a service by another program up to its first page, and waits for its end, before which Java writes down what it learned. */
    void rehearse(Service service, List<String> program) throws InterruptedException {
        var process = keep(() -> process(service, plan.address(service), service.id(), program));
        process.start();
        process.awaitReady(PATIENCE);
        visit(plan.of(service));
        process.end(PATIENCE);
    }

    /** What is there matters to nobody yet. */
    private static void visit(URI page) {
        try {
            ((HttpURLConnection) page.toURL().openConnection()).getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where what somebody says is kept. */
    Path log(String name) {
        return directory("logs").resolve(name + ".log");
    }

    private ServiceProcess process(Service service, Plan.Address address, String name) {
        return process(service, address, name, program(service.jar(plan.checkout())));
    }

    private ServiceProcess process(Service service, Plan.Address address, String name, List<String> program) {
        requireFree(address.port());
        requireFree(address.managementPort());
        Path log = log(name);
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServiceProcess(
                service,
                Stream.concat(plan.jvm().stream(), program.stream()).toList(),
                environment(service, address),
                log,
                address.management(),
                guard::watch);
    }

    /** The service as production runs it; where classes come before its own, unpacked all the same. */
    private List<String> program(Path jar) {
        Path extension = plan.extension();
        return extension == null ? new Rehearsal(jar).program() : unpacked(jar).extendedBy(extension);
    }

    private Unpacked unpacked(Path jar) {
        try {
            return Unpacked.beside(jar, log("unpacking"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> environment(Service service, Plan.Address own) {
        var doors = plan.doors();
        var variables = new HashMap<>(Map.of(
                "SERVER_ADDRESS", "localhost",
                "SERVER_PORT", String.valueOf(own.port()),
                "MANAGEMENT_SERVER_ADDRESS", "localhost",
                "MANAGEMENT_SERVER_PORT", String.valueOf(own.managementPort()),
                "SPRING_DATASOURCE_URL", plan.database(service),
                "SPRING_DATASOURCE_USERNAME", service.id(),
                "SPRING_DATASOURCE_PASSWORD", service.id(),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", plan.bootstrapServers(),
                "HOUSELIGHTS_PUBLIC_URL", plan.address().toString()));
        String publicKeys =
                plan.of(Service.SCREENING).resolve("/.well-known/jwks.json").toString();
        variables.putAll(
                switch (service) {
                    case SCREENING ->
                        Map.of(
                                "HOUSELIGHTS_TOKEN_KEYS",
                                secrets.tokenKeys().toString(),
                                "HOUSELIGHTS_OPERATOR_EMAIL",
                                OPERATOR,
                                "SPRING_APPLICATION_JSON",
                                roomForAll("sign-in-network", "sign-in-address"));
                    case TICKETING ->
                        Map.of(
                                "HOUSELIGHTS_TOKEN_JWK_SET_URI",
                                publicKeys,
                                "HOUSELIGHTS_LINK_KEY",
                                secrets.linkKey(),
                                // Whoever opens this house waits for it, and nobody waits at its door.
                                "HOUSELIGHTS_WARMUP_TIME",
                                "0s",
                                "SPRING_APPLICATION_JSON",
                                roomForAll("order-network", "order-address"));
                    case NOTIFICATION ->
                        Map.of(
                                "HOUSELIGHTS_TOKEN_JWK_SET_URI",
                                publicKeys,
                                "SPRING_MAIL_HOST",
                                "localhost",
                                "SPRING_MAIL_PORT",
                                String.valueOf(doors.smtp()));
                });
        variables.putAll(plan.settings());
        return variables;
    }

    /** Elsewhere people are behind many networks; here all of them are behind one. */
    private static String roomForAll(String network, String address) {
        return """
                {"houselights":{"web":{"limits":{"%s":{"permits":100000},"%s":{"permits":1000}}}}}
                """.formatted(network, address);
    }

    private Path directory(String name) {
        try {
            return Files.createDirectories(plan.home().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFree(int port) {
        if (Ports.isTaken(port)) {
            throw new Trouble(
                    "Port %d is taken by another program. Stop it and try again (lsof -i :%d shows which it is)."
                            .formatted(port, port));
        }
    }

    /** Opens a part and remembers to close it, unless all is being closed already. */
    private <T extends AutoCloseable> T keep(Supplier<T> part) {
        T open = part.get();
        synchronized (opened) {
            if (!closed) {
                opened.push(open);
                return open;
            }
        }
        close(open);
        throw new Trouble("The house was closed before it was open.");
    }

    /** A step on the way. */
    interface Task {
        void run() throws InterruptedException;
    }

    /** Runs all tasks at once; the first that fails stops the others. */
    static void inParallel(Task... tasks) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ExecutorCompletionService<Boolean>(workers);
            for (Task task : tasks) {
                running.submit(() -> {
                    task.run();
                    return true;
                });
            }
            try {
                for (int done = 0; done < tasks.length; done++) {
                    running.take().get();
                }
            } finally {
                workers.shutdownNow();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns when a service has ended although nobody closed the house, and tells which and why. */
    public String awaitMishap() throws InterruptedException {
        while (true) {
            for (ServiceProcess service : services.values()) {
                if (!service.isRunning() && !isClosed()) {
                    return service.died();
                }
            }
            Thread.sleep(500);
        }
    }

    private boolean isClosed() {
        synchronized (opened) {
            return closed;
        }
    }

    @Override
    public void close() {
        synchronized (opened) {
            if (closed) {
                return;
            }
            closed = true;
        }
        services.values().forEach(ServiceProcess::ask);
        opened.forEach(House::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("One part did not close: " + e.getMessage());
        }
    }
}
