package org.houselights.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java that is started for something short. */
final class Java {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Java() {}

    /** Waits until it has ended. What it says is added to the log. */
    static void run(Path log, String... options) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process java = new ProcessBuilder(Stream.concat(Stream.of(ServiceProcess.JAVA), Stream.of(options))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!java.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Trouble("it took more than %d s; see %s".formatted(PATIENCE.toSeconds(), log));
            }
        } finally {
            java.destroyForcibly();
        }
        if (java.exitValue() != 0) {
            throw new Trouble("it ended with status %d; see %s".formatted(java.exitValue(), log));
        }
    }
}
