package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.houselights.local.Plan;
import org.houselights.local.Rehearsal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RehearsalTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"screening-service", "ticketing-service", "notification-service"})
    void a_service_starts_with_what_java_learned_at_its_rehearsal(String service) throws Exception {
        Plan plan = Plan.onFreePorts(CHECKOUT, directory);
        Path log = directory.resolve("rehearsal.log");
        var rehearsal = new Rehearsal(Files.copy(packaged(service), directory.resolve("service.jar")));

        rehearsal.hold(plan, log);

        // Java takes what it learned where it fits and does without where it doesn't; asked like this, it refuses to do
        // without.
        var insisting = Stream.of("-XX:AOTMode=on", "@" + CHECKOUT.resolve("docker/rehearsal"));
        assertThat(rehearsal.program()).anyMatch(option -> option.startsWith("-XX:AOTCache"));
        assertThat(java(Stream.of(plan.jvm().stream(), insisting, rehearsal.program().stream())
                        .flatMap(options -> options)
                        .toList()))
                .isZero();
    }

    private int java(List<String> options) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        Stream.concat(Stream.of(java), options.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("start.log").toFile())
                .start()
                .waitFor();
    }

    private static Path packaged(String service) throws IOException {
        try (var files = Files.newDirectoryStream(CHECKOUT.resolve(service).resolve("target"), service + "-*.jar")) {
            return files.iterator().next();
        }
    }
}
