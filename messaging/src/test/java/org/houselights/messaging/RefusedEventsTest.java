package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class RefusedEventsTest extends MessagingTest {

    private static final int REFUSED_BY_THE_BROKER = 60_000;
    private static final int REFUSED_BY_THE_PRODUCER = 200_000;

    @BeforeEach
    void aBrokerWithSmallRecords() throws Exception {
        limitRecords("50000");
    }

    @AfterEach
    void aBrokerWithLargeRecords() throws Exception {
        limitRecords("1000000");
        jdbc.sql("truncate outbox, outbox_trouble").update();
    }

    /** In a wave of its own key and of many. */
    static Stream<Arguments> refusals() {
        return Stream.of(REFUSED_BY_THE_BROKER, REFUSED_BY_THE_PRODUCER)
                .flatMap(length -> Stream.of(0, 20).map(others -> Arguments.of(length, others)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refused_event_holds_up_its_own_key_and_no_other(int length, int others) {
        String refused = newKey();
        String other = newKey();
        List<String> besides =
                Stream.generate(MessagingTest::newKey).limit(others).toList();
        Stream<Noted> first = besides.stream().map(key -> Noted.note(key, 1));
        Stream<Noted> mixed = Stream.of(
                Noted.note(refused, 1),
                Noted.note(other, 1),
                Noted.ofLength(length, refused, 2),
                Noted.note(refused, 3),
                Noted.note(other, 2));
        commit(Stream.concat(first, mixed).toArray(Noted[]::new));
        commit(Noted.note(refused, 4), Noted.note(other, 3));

        assertThat(delivered(other, 3)).containsExactly(1L, 2L, 3L);
        assertThat(besides).allSatisfy(key -> assertThat(delivered(key, 1)).containsExactly(1L));
        JsonNode parked = await().until(() -> listed("/parked-keys", refused), one -> one.isPresent())
                .orElseThrow();
        assertThat(parked.get("attempts").asInt()).isEqualTo(3);
        assertThat(parked.get("waiting").asInt()).isEqualTo(3);
        assertThat(parked.get("cause").asString()).startsWith("RecordTooLargeException");
        assertThat(delivered(refused, 1)).containsExactly(1L);
        assertThat(gauge("outbox.parked")).isEqualTo(1);
        assertThat(gauge("outbox.oldest.age")).isZero();
    }

    @Test
    void a_released_key_goes_on_in_order_once_its_cause_is_mended() throws Exception {
        String key = newKey();
        commit(Noted.note(key, 1), Noted.ofLength(REFUSED_BY_THE_BROKER, key, 2), Noted.note(key, 3));
        await().until(() -> listed("/parked-keys", key).isPresent());

        limitRecords("1000000");
        String release = "/parked-keys/%s/%s/release".formatted(Noted.TOPIC, key);

        assertThat(asOperator(HttpMethod.POST, release).getStatusCode().value()).isEqualTo(204);
        assertThat(delivered(key, 3)).containsExactly(1L, 2L, 3L);
        assertThat(gauge("outbox.parked")).isZero();
        assertThat(asOperator(HttpMethod.POST, release).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void a_key_that_recovers_has_all_its_attempts_again() throws Exception {
        String key = newKey();
        commit(Noted.ofLength(REFUSED_BY_THE_BROKER, key, 1));
        await().until(() -> troubleOf(key) == 1);
        limitRecords("1000000");

        assertThat(delivered(key, 1)).containsExactly(1L);
        await().until(() -> troubleOf(key) == 0);
    }

    private long troubleOf(String key) {
        return jdbc.sql("select count(*) from outbox_trouble where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private void limitRecords(String bytes) throws Exception {
        ConfigResource notes = new ConfigResource(ConfigResource.Type.TOPIC, Noted.TOPIC);
        AlterConfigOp limit =
                new AlterConfigOp(new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, bytes), OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(notes, List.of(limit))).all().get();
        }
    }
}
