package org.houselights.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackboneTest {

    @Test
    void every_use_gets_an_empty_database_of_a_real_PostgreSQL_18() throws SQLException {
        var one = Backbone.newDatabase();
        var other = Backbone.newDatabase();

        assertThat(one.url()).isNotEqualTo(other.url());
        try (var connection = DriverManager.getConnection(one.url(), one.username(), one.password())) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void a_broker_can_go_away_and_come_back_with_what_it_held() throws Exception {
        try (var kafka = Backbone.newKafka()) {
            kafka.createTopics(1, "kept");
            send(kafka, "before");
            kafka.stop();
            kafka.restart();
            send(kafka, "after");

            assertThat(read(kafka, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void containers_of_tests_are_those_that_docker_compose_runs() throws Exception {
        assertThat(Files.readAllLines(Path.of("..", "docker-compose.yml")))
                .map(String::strip)
                .contains("image: " + Backbone.POSTGRES_IMAGE, "image: " + Backbone.KAFKA_IMAGE);
    }

    private static void send(Backbone.Kafka kafka, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private static List<String> read(Backbone.Kafka kafka, int count) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "reader", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            var values = new ArrayList<String>();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
