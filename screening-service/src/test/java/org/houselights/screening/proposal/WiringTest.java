package org.houselights.screening.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.testkit.Backbone;
import org.houselights.testkit.MovableClock;
import org.houselights.testkit.OnBackbone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a command to the topic and from a topic to the effect, over a real broker. */
@ServiceTest
@OnBackbone
@TestPropertySource(properties = {"spring.kafka.admin.auto-create=true", "spring.kafka.listener.auto-startup=true"})
class WiringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Backbone.Kafka kafka;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @Test
    void a_proposal_reaches_the_topic_of_screenings_as_a_cloud_event() {
        Stories story = Stories.in(town).proposed();

        ConsumerRecord<String, byte[]> event = told(story, 1).getFirst();

        Map<String, String> headers = headers(event);
        assertThat(UUID.fromString(headers.remove("ce_id")).version()).isEqualTo(7);
        assertThat(headers)
                .containsAllEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_source", "/screening",
                        "ce_type", "org.houselights.ScreeningProposed",
                        "ce_subject", story.screening().toString(),
                        "ce_time", Town.START.toString(),
                        "ce_sequence", "1",
                        "content-type", "application/json"));
        JsonNode body = json.readTree(event.value());
        assertThat(body.path("screeningId").asString())
                .isEqualTo(story.screening().toString());
        assertThat(body.path("screening").path("status").asString()).isEqualTo("PROPOSED");
    }

    @Test
    void a_secured_pre_sale_on_the_topic_of_ticketing_confirms_the_screening_which_is_told_in_turn() throws Exception {
        Stories story = Stories.in(town).proposed().approved();

        ProducerRecord<String, byte[]> secured = secured(story);
        send(List.of(secured, secured));

        assertThat(told(story, 3))
                .extracting(event -> headers(event).get("ce_type"))
                .containsExactly(
                        "org.houselights.ScreeningProposed",
                        "org.houselights.ScreeningOnSale",
                        "org.houselights.ScreeningConfirmed");
        assertThat(story.status()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_record_that_is_no_event_holds_up_nobody() throws Exception {
        Stories story = Stories.in(town).proposed().approved();
        String key = story.screening().toString();

        send(List.of(new ProducerRecord<>(PresaleNews.TOPIC, key, "nonsense".getBytes(UTF_8)), secured(story)));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(story.status()).isEqualTo("CONFIRMED"));
        // A consumer whose partition moves on meanwhile may leave it there a second time.
        assertThat(records(PresaleNews.TOPIC + "-dlt", key, 1))
                .isNotEmpty()
                .allSatisfy(dead -> assertThat(dead.value()).asString(UTF_8).isEqualTo("nonsense"));
    }

    private static ProducerRecord<String, byte[]> secured(Stories story) {
        String screening = story.screening().toString();
        String body = """
                {"screeningId":"%s","sequence":7,"occurredAt":"2026-11-21T12:00:00Z"}""".formatted(screening);
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(PresaleNews.TOPIC, screening, body.getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/ticketing",
                        "ce_type", "org.houselights.PresaleSecured",
                        "ce_subject", screening,
                        "ce_time", "2026-11-21T12:00:00Z",
                        "ce_sequence", "7",
                        "content-type", "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        return event;
    }

    private void send(List<ProducerRecord<String, byte[]>> events) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> event : events) {
                producer.send(event).get();
            }
        }
    }

    private List<ConsumerRecord<String, byte[]>> told(Stories story, int count) {
        return records(ScreeningEvent.TOPIC, story.screening().toString(), count);
    }

    /** What consumers see under one key, from the beginning, once there is as much as that. */
    private List<ConsumerRecord<String, byte[]>> records(String topic, String key, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> {
                    if (key.equals(event.key())) {
                        found.add(event);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> event) {
        Map<String, String> headers = new LinkedHashMap<>();
        event.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
