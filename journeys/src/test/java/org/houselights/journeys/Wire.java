package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, as somebody who has a hand on the wire can play with them. */
record Wire(String bootstrapServers) {

    private static final Map<String, Set<String>> HEARD_BY = Map.of(
            "screening", Set.of("ticketing-events"),
            "ticketing", Set.of("screening-events", "account-events"),
            "notification", Set.of("screening-events", "ticketing-events", "account-events"));

    private static final Duration LOOK = Duration.ofMillis(200);

    /** Everything that was ever sent, once, each key in its order. */
    List<ConsumerRecord<String, byte[]>> history() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = HEARD_BY.values().stream()
                    .flatMap(Set::stream)
                    .distinct()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var sent = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(LOOK).forEach(event -> sent.putIfAbsent(id(event), event));
            }
            return List.copyOf(sent.values());
        }
    }

    private static String id(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    /** The same, with every two neighbours of one key swapped. */
    static List<ConsumerRecord<String, byte[]>> swapped(List<ConsumerRecord<String, byte[]>> history) {
        Collection<List<ConsumerRecord<String, byte[]>>> byKey = history.stream()
                .collect(Collectors.groupingBy(
                        event -> event.topic() + event.key(),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)))
                .values()
                .stream()
                .<List<ConsumerRecord<String, byte[]>>>map(events -> events)
                .toList();
        byKey.forEach(events -> {
            for (int i = 0; i + 1 < events.size(); i += 2) {
                Collections.swap(events, i, i + 1);
            }
        });
        return byKey.stream().flatMap(List::stream).toList();
    }

    /** Sends these again, byte for byte, and waits until everybody who listens has taken them. */
    void sendAgain(List<ConsumerRecord<String, byte[]>> events) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (var event : events) {
                RecordMetadata sent = producer.send(
                                new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers()))
                        .get();
                ends.put(new TopicPartition(sent.topic(), sent.partition()), sent.offset() + 1);
            }
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await().untilAsserted(() -> {
                for (var hearer : HEARD_BY.entrySet()) {
                    assertThat(admin.listConsumerGroupOffsets(hearer.getKey())
                                    .partitionsToOffsetAndMetadata()
                                    .get())
                            .as(hearer.getKey())
                            .allSatisfy((partition, taken) -> assertThat(taken.offset())
                                    .isGreaterThanOrEqualTo(ends.getOrDefault(partition, 0L)));
                }
            });
        }
    }
}
