package org.houselights.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RehearsalTest {

    private static final Instant PACKAGED = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    Path target;

    private Path jar;
    private Path learned;

    @BeforeEach
    void package_a_service() throws IOException {
        jar = Files.writeString(target.resolve("service.jar"), "no jar at all");
        Files.setLastModifiedTime(jar, FileTime.from(PACKAGED));
        learned = Files.createDirectory(target.resolve("rehearsed")).resolve("learned.aot");
    }

    @Test
    void a_service_that_was_never_rehearsed_runs_from_its_jar() {
        assertThat(new Rehearsal(jar).program()).containsExactly("-jar", jar.toString());
    }

    @Test
    void a_rehearsed_service_runs_with_what_was_learned() throws IOException {
        learnedAt(PACKAGED.plusSeconds(20));

        assertThat(new Rehearsal(jar).program())
                .isEqualTo(List.of(
                        "-XX:AOTCache=" + learned,
                        "-jar",
                        target.resolve("rehearsed/service.jar").toString()));
    }

    @Test
    void a_service_packaged_anew_runs_from_its_new_jar() throws IOException {
        learnedAt(PACKAGED.minusSeconds(20));

        assertThat(new Rehearsal(jar).program()).containsExactly("-jar", jar.toString());
    }

    @Test
    void a_rehearsal_that_fails_leaves_the_jar_to_run_and_a_log_to_read() throws Exception {
        learnedAt(PACKAGED.plusSeconds(20));

        try (var house = new House(Plan.onFreePorts(target, target))) {
            assertThatThrownBy(() -> new Rehearsal(jar).hold(house, Service.SCREENING))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("status 1")
                    .hasMessageContaining(house.log("screening-unpacking").toString());
            assertThat(house.log("screening-unpacking")).isNotEmptyFile();
        }
        assertThat(new Rehearsal(jar).program()).containsExactly("-jar", jar.toString());
    }

    private void learnedAt(Instant time) throws IOException {
        Files.setLastModifiedTime(Files.createFile(learned), FileTime.from(time));
    }
}
