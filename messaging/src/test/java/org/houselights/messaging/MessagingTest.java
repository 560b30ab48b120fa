package org.houselights.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.houselights.testkit.Backbone;
import org.houselights.testkit.OnBackbone;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.access.Badges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A service that has nothing but messaging. */
@OnBackbone
@DisplayNameGeneration(ReplaceUnderscores.class)
@Import(Badges.ByTestKeys.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=tests",
            "spring.config.import=classpath:house.yml",
            "spring.flyway.locations=classpath:db/messaging,classpath:db/web,classpath:db/tests",
            "spring.datasource.hikari.connection-timeout=500",
            "spring.kafka.producer.properties.max.request.size=100000",
            "houselights.messaging.relay.poll=1m",
            "houselights.messaging.relay.take-over=100ms",
            "houselights.messaging.relay.retry=50ms",
            "houselights.messaging.relay.attempts=3",
            "houselights.messaging.consumer.retry=20ms",
        })
abstract class MessagingTest {

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Backbone.Kafka kafka;

    @Autowired
    Reader reader;

    @Autowired
    KafkaTemplate<String, byte[]> producer;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Badges badges;

    @LocalServerPort
    private int port;

    private Topic topic;

    @BeforeEach
    void openTopic() {
        topic = new Topic(kafka.bootstrapServers(), Noted.TOPIC);
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    final void commit(Event... events) {
        transaction.executeWithoutResult(status -> outbox.append(List.of(events)));
    }

    /** An event as it comes from elsewhere, with any body. */
    final void publish(String key, long sequence, String body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Noted.TOPIC, key, body.getBytes(UTF_8));
        WireHeaders.write(
                WireHeaders.of(UUID.randomUUID(), "/elsewhere", Noted.TYPE, Noted.note(key, sequence)),
                record.headers());
        producer.send(record).join();
    }

    /** The sequences of the key's events that consumers see, in their order, once there are {@code count} of them. */
    final List<Long> delivered(String key, int count) {
        return topic.sequences(key, count);
    }

    /** @param statement what it begins with, as {@code like} has it */
    final boolean somebodyWaitsIn(String statement) {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock' and query like ?)""").param(statement + "%").query(Boolean.class).single();
    }

    final long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    /** The sequences of the key's events that took effect, in their order. */
    final List<Long> taken(String key) {
        return jdbc.sql("select sequence from taken where key = ? order by id")
                .param(key)
                .query(Long.class)
                .list();
    }

    final double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    final ResponseEntity<JsonNode> asOperator(HttpMethod method, String path) {
        Caller operator = new Caller(UUID.randomUUID(), "op@example.org", "Op", Set.of(Role.OPERATOR), null);
        return RestClient.builder()
                .baseUrl("http://localhost:" + port + "/api/operations/tests")
                .defaultHeader("Authorization", badges.bearer(operator))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .method(method)
                .uri(path)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    /** The one of the listed things that is about this key. */
    final Optional<JsonNode> listed(String path, String key) {
        return Objects.requireNonNull(asOperator(HttpMethod.GET, path).getBody())
                .valueStream()
                .filter(one -> one.path("key").asString("").equals(key))
                .findFirst();
    }

    static List<Long> sequences(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What a consumer sees of a topic from its start. */
    static final class Topic implements AutoCloseable {

        private final KafkaConsumer<String, byte[]> consumer;
        private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

        Topic(String bootstrapServers, String name) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrapServers),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer.assign(consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
        }

        List<Long> sequences(String key, int count) {
            return records(record -> key.equals(record.key()), count).stream()
                    .map(record -> WireHeaders.read(record).sequence())
                    .toList();
        }

        List<ConsumerRecord<String, byte[]>> records(Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
            long giveUp = System.nanoTime() + 20_000_000_000L;
            List<ConsumerRecord<String, byte[]>> found = find(wanted);
            while (found.size() < count && System.nanoTime() < giveUp) {
                consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
                found = find(wanted);
            }
            consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
            return find(wanted);
        }

        private List<ConsumerRecord<String, byte[]>> find(Predicate<ConsumerRecord<String, byte[]>> wanted) {
            return seen.stream().filter(wanted).toList();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        KafkaAdmin.NewTopics notes(Topics topics) {
            return topics.declare(Noted.TOPIC);
        }

        @Bean
        Reader reader(Inbox inbox, JdbcClient jdbc, Tracer tracer) {
            return new Reader(inbox, jdbc, tracer);
        }
    }
}
