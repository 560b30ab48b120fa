package org.houselights.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.houselights.testkit.Backbone;
import org.houselights.testkit.OnBackbone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that has nothing but messaging. */
@OnBackbone
@SpringBootTest(
        properties = {
            "spring.application.name=tests",
            "spring.config.import=classpath:house.yml",
            "houselights.token-jwk-set-uri=http://localhost:1/jwks.json",
            "spring.flyway.locations=classpath:db/messaging,classpath:db/web",
            "spring.kafka.producer.properties.max.request.size=100000",
            "houselights.messaging.relay.poll=10s",
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

    /** The sequences of the key's events that consumers see, in their order, once there are {@code count} of them. */
    final List<Long> delivered(String key, int count) {
        return topic.sequences(key, count);
    }

    final long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What a consumer that reads only what was committed sees of a topic from its start. */
    static final class Topic implements AutoCloseable {

        private final KafkaConsumer<String, byte[]> consumer;
        private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

        Topic(String bootstrapServers, String name) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
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
    }
}
