package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.houselights.local.House;
import org.houselights.local.Plan;
import org.houselights.local.Rehearsal;
import org.houselights.local.Service;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RehearsalTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /** Java takes what it learned where it fits and does without where it doesn't; asked like this, it refuses to do without. */
    private static final String INSIST = "-XX:AOTMode=on";

    /** Ends before it serves, and needs no servers. */
    private static final String SHORT = "@" + CHECKOUT.resolve("docker/rehearsal");

    private static final List<String> AS_AN_IMAGE_IS_BUILT = List.of(
            "-XX:+UseSerialGC", "-Xmx512m", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

    private static final List<String> AS_AN_IMAGE_RUNS = List.of(
            "-XX:InitialRAMPercentage=4",
            "-XX:MaxRAMPercentage=4",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED");

    @TempDir
    Path directory;

    @Test
    void a_service_of_a_house_starts_with_what_java_learned_at_its_rehearsal() throws Exception {
        Service service = Service.NOTIFICATION;
        Plan plan = Plan.onFreePorts(CHECKOUT, directory);
        var rehearsal = new Rehearsal(Files.copy(service.jar(CHECKOUT), directory.resolve("service.jar")));
        try (House house = new House(plan)) {
            house.openServers();

            rehearsal.hold(house, service);
        }

        List<String> program = rehearsal.program();
        assertThat(program).anyMatch(option -> option.startsWith("-XX:AOTCache"));
        assertThat(start(plan.jvm(), with(program, INSIST, SHORT))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_service_in_an_image_starts_with_what_java_learned_while_that_was_built(Service service) throws Exception {
        Path packaged = service.jar(CHECKOUT);
        Path unpacked = directory.resolve("unpacked");
        List<String> program =
                List.of("-jar", unpacked.resolve(packaged.getFileName()).toString());
        Path learned = directory.resolve("learned.aot");
        start(
                List.of(),
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        packaged.toString(),
                        "extract",
                        "--destination",
                        unpacked.toString()));

        start(AS_AN_IMAGE_IS_BUILT, with(program, "-XX:AOTCacheOutput=" + learned, SHORT));

        assertThat(start(AS_AN_IMAGE_RUNS, with(program, "-XX:AOTCache=" + learned, INSIST, SHORT)))
                .isZero();
    }

    private static List<String> with(List<String> program, String... options) {
        return Stream.concat(Stream.of(options), program.stream()).toList();
    }

    private int start(List<String> options, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options);
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("start.log").toFile()))
                .start()
                .waitFor();
    }
}
