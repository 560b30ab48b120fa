package org.houselights.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.houselights.local.audit.Audit;
import org.houselights.local.audit.Disagreement;
import org.houselights.local.story.Story;
import org.houselights.seeds.Loader;
import org.houselights.seeds.Seeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** What {@code ./run} starts: opens the house, says where it is, and keeps it open until it is told to stop. */
public final class Main {

    private static final Logger log = LoggerFactory.getLogger(Main.class);
    private static final long MEGABYTE = 1L << 20;
    private static final long MEGABYTES_NEEDED = 1024;

    private static final Duration TO_COME_TO_REST = Duration.ofSeconds(15);

    private final Plan plan;
    private final long started = System.nanoTime();

    private Main(Plan plan) {
        this.plan = plan;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status = 1;
        try {
            status = new Main(Plan.standard(Path.of("").toAbsolutePath())).run(Set.of(arguments));
        } catch (Trouble e) {
            System.err.println(e.getMessage());
        } catch (RuntimeException | Error e) {
            log.error("The house can't be opened", e);
            System.err.printf("The house can't be opened: %s (more in .local/logs/house.log)%n", e.getMessage());
        }
        // Kafka's threads would keep this process alive whatever happened.
        System.exit(status);
    }

    private int run(Set<String> wishes) throws InterruptedException {
        if (wishes.contains("--audit")) {
            return audit();
        }
        boolean story = wishes.contains("--story");
        try (FileChannel lock = lockFile()) {
            if (lock.tryLock() == null) {
                if (!story || wishes.contains("--fresh")) {
                    throw new Trouble("The house is open already at %s; Ctrl-C where it was started closes it."
                            .formatted(plan.address()));
                }
                return playStory();
            }
            if (wishes.contains("--fresh")) {
                forget();
            }
            requireSpace();
            House house = open();
            if (story) {
                return playStory();
            }
            System.out.println(welcome());
            throw new Trouble(house.awaitMishap());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private House open() {
        var house = new House(plan);
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing"));
        house.openServers();
        say("PostgreSQL, Kafka, the inbox and the edge are up (%.1f s).");
        house.openServices();
        say("The services are up (%.1f s).");
        new Loader(
                        plan.address(),
                        new SignIn(plan.address(), plan.inbox())::as,
                        Clock.systemUTC(),
                        line -> log.info("{}", line))
                .load(Seeds.read());
        say("Films, venues, people and screenings are there (%.1f s).");
        return house;
    }

    /** Adds up the house that is open. */
    private int audit() throws InterruptedException {
        List<Disagreement> found = Audit.of(plan).disagreementsWithin(TO_COME_TO_REST);
        found.forEach(System.out::println);
        System.out.println(
                found.isEmpty()
                        ? "Seats, money, outcomes, events and mails add up."
                        : "%d things don't add up.".formatted(found.size()));
        return found.isEmpty() ? 0 : 1;
    }

    private int playStory() {
        new Story(plan.address(), plan.inbox(), System.out).play();
        say("%nThe whole story was seen (%.1f s).");
        return 0;
    }

    private String welcome() {
        return """

                Houselights is open at %s

                  mail      %s   (all of it lands here, sign-in links too)
                  API       %s/api/openapi/screening   (or ticketing, or notification)
                  logs      %s
                  stop      Ctrl-C
                """.formatted(
                plan.address(), plan.inbox(), plan.address(), plan.home().resolve("logs"));
    }

    /** Says {@code what}, with the seconds since the start in it. */
    private void say(String what) {
        System.out.printf(what + "%n", (System.nanoTime() - started) / 1e9);
    }

    private FileChannel lockFile() {
        try {
            Files.createDirectories(plan.home());
            return FileChannel.open(plan.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Trouble("Nothing can be written to %s: %s".formatted(plan.home(), e.getMessage()));
        }
    }

    private void forget() throws IOException {
        for (String kept : List.of("data", "inbox", "logs", "secrets")) {
            FileSystemUtils.deleteRecursively(plan.home().resolve(kept));
        }
    }

    private void requireSpace() throws IOException {
        long megabytes = Files.getFileStore(plan.home()).getUsableSpace() / MEGABYTE;
        if (megabytes < MEGABYTES_NEEDED) {
            throw new Trouble("Only %d MB of disk are left for %s, and Houselights needs %d."
                    .formatted(megabytes, plan.home(), MEGABYTES_NEEDED));
        }
    }
}
