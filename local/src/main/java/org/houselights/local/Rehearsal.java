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

    /** Rehearses the services of the build tree in which it is started, one after the other. */
    public static void main(String[] arguments) throws InterruptedException {
        Plan plan = Plan.standard(Path.of("").toAbsolutePath());
        for (Service service : Service.values()) {
            Path log = plan.home().resolve("logs").resolve(service.id() + "-rehearsal.log");
            try {
                new Rehearsal(service.jar(plan.checkout())).hold(plan, log);
            } catch (IOException | Trouble e) {
                System.err.printf(
                        "%s could not be rehearsed and will start more slowly: %s%n", service.id(), e.getMessage());
            }
        }
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

    /** Unpacks the jar and starts it up to where it would begin to serve, by the plan's options: what is learned fits no others. */
    public void hold(Plan plan, Path log) throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(stage);
        Files.deleteIfExists(log);
        Unpacked unpacked = Unpacked.into(stage, jar, log);
        Path learning = stage.resolve("learning.aot");
        Java.run(
                log,
                Stream.of(
                                plan.jvm().stream(),
                                Stream.of(
                                        "-XX:AOTCacheOutput=" + learning,
                                        "@" + plan.checkout().resolve("docker").resolve("rehearsal"),
                                        "-jar",
                                        unpacked.jar().toString()))
                        .flatMap(options -> options)
                        .toArray(String[]::new));
        if (!Files.exists(learning)) {
            throw new Trouble("Java kept nothing of it; see " + log);
        }
        Files.move(learning, learned, StandardCopyOption.ATOMIC_MOVE);
    }
}
