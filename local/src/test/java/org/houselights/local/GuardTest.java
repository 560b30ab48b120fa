package org.houselights.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardTest {

    @Test
    void what_a_killed_launcher_leaves_behind_is_ended() throws Exception {
        Process left = new ProcessBuilder("sleep", "60").start();
        var guard = Guard.post();
        guard.watch(left.pid());

        guard.vanish();

        assertThat(left.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_a_launcher_has_ended_itself_is_left_alone() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        var guard = Guard.post();
        guard.watch(other.pid());

        guard.close();

        assertThat(guard.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly();
    }
}
