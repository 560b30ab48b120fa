package org.houselights.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class DeadLettersTest extends MessagingTest {

    @Autowired
    private MessagingSettings settings;

    @AfterEach
    void nothingIsDead() {
        reader.recover();
        jdbc.sql("truncate dead_letter").update();
    }

    @Test
    void a_body_that_cannot_be_read_is_dead_at_once_and_its_followers_are_taken() {
        String key = newKey();
        publish(key, 1, "{\"key\":\"%s\",\"sequence\":\"first\"}".formatted(key));
        commit(Noted.note(key, 2));

        JsonNode dead = await().until(() -> dead(key), Optional::isPresent).orElseThrow();
        assertThat(dead.get("cause").asString())
                .startsWith("UnreadableEvent: the body is not what was agreed")
                .contains("sequence")
                .doesNotContain("first");
        assertThat(dead.get("body").asString()).contains("first");
        await().untilAsserted(() -> assertThat(taken(key)).containsExactly(2L));
        assertThat(reader.deliveries(key)).isEqualTo(2);
        assertThat(gauge("dead.letters")).isEqualTo(1);
    }

    @Test
    void a_record_that_is_no_event_at_all_can_only_be_discarded() {
        producer.send(new ProducerRecord<>(Noted.TOPIC, 0, null, "\0".getBytes(UTF_8)))
                .join();

        String id = await().until(() -> dead(""), Optional::isPresent)
                .orElseThrow()
                .get("id")
                .asString();

        assertThat(status("/dead-letters/" + id + "/replay")).isEqualTo(409);
        assertThat(status("/dead-letters/" + id + "/discard")).isEqualTo(204);
        assertThat(dead("")).isEmpty();
        assertThat(gauge("dead.letters")).isZero();
        assertThat(status("/dead-letters/" + id + "/discard")).isEqualTo(404);
    }

    @Test
    void a_record_that_keeps_failing_is_dead_after_the_last_attempt_and_comes_back_by_replay() {
        String key = newKey();
        reader.failOn(key, 1);
        commit(Noted.note(key, 1), Noted.note(key, 2));

        JsonNode dead = await().until(() -> dead(key), Optional::isPresent).orElseThrow();
        assertThat(dead.get("cause").asString()).isEqualTo("IllegalStateException: the reader is tired");
        await().untilAsserted(() -> assertThat(taken(key)).containsExactly(2L));
        assertThat(reader.deliveries(key)).isEqualTo(settings.consumer().attempts() + 1L);

        reader.recover();
        String replay = "/dead-letters/" + dead.get("id").asString() + "/replay";

        assertThat(status(replay)).isEqualTo(204);
        await().untilAsserted(() -> assertThat(taken(key)).containsExactly(2L, 1L));
        assertThat(gauge("dead.letters")).isZero();
        assertThat(status(replay)).isEqualTo(404);
    }

    private Optional<JsonNode> dead(String key) {
        return listed("/dead-letters", key);
    }

    private int status(String path) {
        return asOperator(HttpMethod.POST, path).getStatusCode().value();
    }
}
