package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.houselights.journeys.clock.MovedClock;
import org.houselights.local.Api;
import org.houselights.local.House;
import org.houselights.local.Plan;
import org.houselights.local.Service;
import org.houselights.local.ServiceProcess;
import org.houselights.local.SignIn;
import org.houselights.local.audit.Audit;
import org.houselights.local.audit.Disagreement;
import org.houselights.seeds.Loader;
import org.houselights.seeds.Seeds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A town with the whole house in it, open, and a clock that the journeys move. Its people are always new. */
public final class Town implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);

    /**
     * Everybody is behind one network here, a service that was killed is soon missed, and as months pass in minutes while
     * the broker forgets nothing, the inboxes may not forget either.
     */
    private static final String SETTINGS = """
            {"spring.kafka.consumer.properties.session.timeout.ms": 6000,
             "houselights.messaging.keep": "3650d",
             "houselights.web.limits": {
                "sign-in-address": {"permits": 100000, "per": "1m"},
                "sign-in-network": {"permits": 100000, "per": "1m"},
                "order-address": {"permits": 100000, "per": "1m"},
                "order-network": {"permits": 100000, "per": "1m"}}}
            """;

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private final Path home;
    private final House house;
    private final MovedClock clock;
    private final Api visitor;
    private final SignIn signIn;
    private final Mailboxes mailboxes;
    private final Person operator;
    private final AtomicInteger people = new AtomicInteger();
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private boolean sown;

    private Town(Path home, House house, MovedClock clock) {
        Plan plan = house.plan();
        this.home = home;
        this.house = house;
        this.clock = clock;
        this.visitor = Api.at(plan.address());
        this.signIn = new SignIn(plan.address(), plan.inbox());
        this.mailboxes = new Mailboxes(Api.at(plan.inbox()));
        this.operator = new Person(this, House.OPERATOR);
    }

    public static Town open() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(100));
        try {
            Path home = Files.createTempDirectory("journeys");
            Path time = home.resolve("time");
            MovedClock clock = MovedClock.sharedBy(time);
            Plan plan = Plan.onFreePorts(CHECKOUT, home)
                    .with(Map.of("HOUSELIGHTS_JOURNEYS_CLOCK", time.toString(), "SPRING_APPLICATION_JSON", SETTINGS))
                    .extendedBy(CHECKOUT.resolve("journeys/target/classes"));
            House house = new House(plan);
            Town town = new Town(home, house, clock);
            try {
                house.open();
            } catch (RuntimeException e) {
                town.close();
                throw e;
            }
            return town;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        house.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Instant now() {
        return clock.instant();
    }

    public void wait(Duration time) {
        clock.advance(time);
    }

    public void waitUntil(Instant moment) {
        clock.advance(Duration.between(now(), moment));
    }

    public Host host(String name) {
        Host host = new Host(this, newAddress(name));
        enter(name, host, "HOST", Map.of());
        return host;
    }

    /** Somebody who decides for a company of their own. */
    public Distributor distributor(String name) {
        UUID company = UUID.randomUUID();
        operator.api().put("/api/companies/" + company, Map.of("name", name + " Films", "country", "US"));
        Distributor distributor = new Distributor(this, newAddress(name), company);
        enter(name, distributor, "DISTRIBUTOR", Map.of("companyId", company));
        return distributor;
    }

    private void enter(String name, Person person, String role, Map<String, Object> more) {
        var entry = new HashMap<String, Object>(more);
        entry.putAll(Map.of("email", person.address(), "name", name, "locale", "en", "roles", List.of(role)));
        operator.api().put("/api/people/" + UUID.randomUUID(), entry);
    }

    /** Somebody who came with the seeds. */
    public Person seeded(String address) {
        return new Person(this, address);
    }

    /** Brings the films, venues, people and screenings of the seeds to town, once. */
    public synchronized void sow() {
        if (!sown) {
            new Loader(house.plan().address(), signIn::as, clock, done -> {}).load(Seeds.read());
            sown = true;
        }
    }

    public Attendee attendee(String name) {
        return new Attendee(this, name, newAddress(name));
    }

    private String newAddress(String name) {
        names.add(name);
        return "%s.%d@example.org".formatted(name.toLowerCase(Locale.ROOT).replace(' ', '.'), people.incrementAndGet());
    }

    public Api visitor() {
        return visitor;
    }

    public Api operator() {
        return operator.api();
    }

    public Api signIn(String address) {
        return visitor.as(signIn.as(address));
    }

    public Mailboxes mailboxes() {
        return mailboxes;
    }

    public List<Disagreement> audit() {
        return Audit.of(house.plan()).disagreements();
    }

    /** What a service keeps, for whoever may reach into it. */
    public JdbcClient database(Service service) {
        return JdbcClient.create(
                new DriverManagerDataSource(house.plan().database(service), service.id(), service.id()));
    }

    public House house() {
        return house;
    }

    /** A service dies in the middle of whatever it does. */
    public void kill(Service service) {
        house.service(service).kill();
    }

    public void start(Service service) {
        ServiceProcess process = house.service(service);
        process.start();
        try {
            process.awaitReady(TO_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an audit of the whole house and a look into its logs must find at the end of every journey: nothing. */
    public void addsUp() {
        await().untilAsserted(() -> assertThat(audit()).isEmpty());
        Logs logs = new Logs(home.resolve("logs"));
        assertThat(logs.indiscretions(names, mailboxes.all()))
                .as("told in the logs")
                .isEmpty();
    }
}
