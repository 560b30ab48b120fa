package org.houselights.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own, from the jar that production runs. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration TO_STOP = Duration.ofSeconds(25);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The shell keeps Ctrl-C, which a terminal sends to all processes at once, from the service: the launcher ends it in its turn. */
    private static final List<String> COMMAND = List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\"", JAVA);

    private final Service service;
    private final ProcessBuilder command;
    private final Path log;
    private final URI readiness;
    private final LongConsumer started;
    private volatile @Nullable Process process;

    /** @param program what Java is asked to run, with its options */
    ServiceProcess(
            Service service,
            List<String> program,
            Map<String, String> environment,
            Path log,
            URI management,
            LongConsumer started) {
        this.service = service;
        this.log = log;
        this.readiness = management.resolve("/actuator/health/readiness");
        this.started = started;
        this.command = new ProcessBuilder(
                        Stream.concat(COMMAND.stream(), program.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().putAll(environment);
    }

    public Service service() {
        return service;
    }

    /** Starts it, without waiting until it is ready. */
    public void start() {
        try {
            Process running = command.start();
            started.accept(running.pid());
            process = running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers that it is ready for requests. */
    public void awaitReady(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var question = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (!answersReady(http, question)) {
                if (!isRunning()) {
                    throw new Trouble(died());
                }
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            "%s was not ready within %d s; see %s".formatted(service.id(), patience.toSeconds(), log));
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private static boolean answersReady(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(service.id() + " was never started");
        }
        return running.pid();
    }

    /** What to tell when it ended by itself: the end of its log. */
    String died() {
        return "%s has ended by itself. The last lines of %s:%n%s".formatted(service.id(), log, lastLines());
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(it has none)";
        }
    }

    /** Ends it at once and without a word, as a crash would. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            awaitEnd(running, TO_STOP);
        }
    }

    /** Asks it to finish what it is doing. */
    void ask() {
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    /** Asks it to finish what it is doing, and insists after a while. */
    @Override
    public void close() {
        end(TO_STOP);
    }

    /** Likewise after that while. */
    void end(Duration patience) {
        ask();
        Process running = process;
        if (running != null && !awaitEnd(running, patience)) {
            kill();
        }
    }

    private static boolean awaitEnd(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
