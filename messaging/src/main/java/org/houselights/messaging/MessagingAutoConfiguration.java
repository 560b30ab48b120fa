package org.houselights.messaging;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service with a database and a broker its outbox, relay, inbox and dead letters. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({MessagingSettings.class, KafkaProperties.class})
@EnableScheduling
@Import({
    ParkedKeys.class,
    DeadLetters.class,
    DeadLetterListener.class,
    MessagingGauges.class,
    OldRows.class,
    MessagingOperations.class,
    MessagingPages.class
})
class MessagingAutoConfiguration {

    @Bean
    RelayBell relayBell() {
        return new RelayBell();
    }

    @Bean
    Outbox outbox(
            JdbcTemplate jdbc,
            JsonMapper json,
            Clock clock,
            MessagingSettings settings,
            RelayBell bell,
            ObjectProvider<ObservationRegistry> observations) {
        return new Outbox(
                jdbc, json, clock, settings.source(), bell, observations.getIfUnique(() -> ObservationRegistry.NOOP));
    }

    @Bean
    Topics topics(MessagingSettings settings, KafkaAdmin admin) {
        return new Topics(settings, admin);
    }

    /** A consumer reads the fields it knows, whatever strictness the service asks of its commands. */
    @Bean
    Inbox inbox(JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        JsonMapper tolerant = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new Inbox(jdbc, new TransactionTemplate(transactions), tolerant, clock);
    }

    @Bean
    Relay relay(
            DataSource database,
            KafkaProperties kafka,
            KafkaConnectionDetails broker,
            JsonMapper json,
            Clock clock,
            MessagingSettings settings,
            RelayBell bell,
            Topics topics) {
        Map<String, Object> properties = producer(kafka, broker);
        // The order of a key: what follows a record that fails is still here when it does.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // A wave is few requests: its end sends whatever waits, so nothing waits as long as it may.
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        // Events of a wave resemble each other: in a rush a topic takes a fourteenth of the room.
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, CompressionType.LZ4.name);
        Waves waves = new Waves(() -> {
            topics.createMissing();
            return new KafkaProducer<>(properties);
        });
        return new Relay(database, waves, json, clock, settings.relay(), bell);
    }

    private static Map<String, Object> producer(KafkaProperties kafka, KafkaConnectionDetails broker) {
        Map<String, Object> properties = new HashMap<>(kafka.buildProducerProperties());
        properties.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                broker.getProducer().getBootstrapServers());
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        return properties;
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory(
            KafkaProperties kafka, KafkaConnectionDetails broker, CommonErrorHandler errors) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> containers =
                new ConcurrentKafkaListenerContainerFactory<>();
        containers.setConsumerFactory(new DefaultKafkaConsumerFactory<>(consumer(kafka, broker)));
        containers.setCommonErrorHandler(errors);
        containers.getContainerProperties().setAckMode(AckMode.RECORD);
        containers.getContainerProperties().setObservationEnabled(true);
        return containers;
    }

    private static Map<String, Object> consumer(KafkaProperties kafka, KafkaConnectionDetails broker) {
        Map<String, Object> properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                broker.getConsumer().getBootstrapServers());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 10_000);
        return properties;
    }

    @Bean
    ProducerFactory<String, byte[]> deadLetterProducers(KafkaProperties kafka, KafkaConnectionDetails broker) {
        return new DefaultKafkaProducerFactory<>(producer(kafka, broker));
    }

    @Bean
    KafkaTemplate<String, byte[]> deadLetterTemplate(ProducerFactory<String, byte[]> deadLetterProducers) {
        return new KafkaTemplate<>(deadLetterProducers);
    }

    @Bean
    CommonErrorHandler failingRecords(KafkaTemplate<String, byte[]> deadLetterTemplate, MessagingSettings settings) {
        return FailingRecords.handler(deadLetterTemplate, settings.consumer());
    }
}
