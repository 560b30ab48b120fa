package org.houselights.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A service's start, practised once after packaging: what Java learns from it is kept, and later starts take a third of the time
 * (decision 18). A service that was never rehearsed, or not since it was packaged, runs just the same from its jar.
 */
public final class Rehearsal {

    private final Path jar;
    private final Path stage;
    private final Path learned;

    public Rehearsal(Path jar) {
        this.jar = jar;
        this.stage = jar.resolveSibling("rehearsed");
        this.learned = stage.resolve("learned.aot");
    }

    /** Rehearses the services of the build tree in which it is started, in a house that is there for nothing else. */
    public static void main(String[] arguments) {
        Path checkout = Path.of("").toAbsolutePath();
        Path home = checkout.resolve(".local").resolve("rehearsal");
        int status = 1;
        try {
            FileSystemUtils.deleteRecursively(home);
            try (House house = new House(Plan.onFreePorts(checkout, home))) {
                Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing"));
                house.openServers();
                holdAll(house);
            }
            FileSystemUtils.deleteRecursively(home);
            status = 0;
        } catch (IOException | RuntimeException e) {
            System.err.println(e);
        }
        // Kafka's threads would keep this process alive whatever happened.
        System.exit(status);
    }

    /** Rehearses all services side by side. */
    public static void holdAll(House house) {
        House.inParallel(Stream.of(Service.values())
                .<House.Task>map(
                        service -> () -> new Rehearsal(service.jar(house.plan().checkout())).hold(house, service))
                .toArray(House.Task[]::new));
    }

    /** What Java is asked to run: the service as it was rehearsed, or its jar. */
    public List<String> program() {
        return isOfThisJar()
                ? List.of(
                        "-XX:AOTCache=" + learned,
                        "-jar",
                        Unpacked.in(stage, jar).jar().toString())
                : List.of("-jar", jar.toString());
    }

    private boolean isOfThisJar() {
        try {
            return Files.exists(learned)
                    && Files.getLastModifiedTime(learned).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Unpacks the jar and runs it up to its first page, with the servers and by the options of this house: what is learned fits no other
     * options.
     */
    public void hold(House house, Service service) throws InterruptedException {
        Path learning = stage.resolve("learning.aot");
        try {
            FileSystemUtils.deleteRecursively(stage);
            Unpacked unpacked = Unpacked.into(stage, jar, house.log(service.id() + "-unpacking"));
            house.rehearse(
                    service,
                    List.of(
                            "-XX:AOTCacheOutput=" + learning,
                            "-jar",
                            unpacked.jar().toString()));
            if (!Files.exists(learning)) {
                throw new Trouble("Java kept nothing of " + house.log(service.id()));
            }
            Files.move(learning, learned, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
