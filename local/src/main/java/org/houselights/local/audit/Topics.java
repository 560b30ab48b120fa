package org.houselights.local.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that the topics hold, each partition in its order.
 *
 * @param whole whether the broker has forgotten nothing yet
 */
record Topics(List<Told> told, boolean whole) {

    static final String SCREENING = "screening-events";
    static final String TICKETING = "ticketing-events";
    static final String ACCOUNT = "account-events";

    private static final Duration LOOK = Duration.ofMillis(200);

    static Topics read(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(SCREENING, TICKETING, ACCOUNT)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            boolean whole =
                    consumer.beginningOffsets(partitions).values().stream().allMatch(offset -> offset == 0);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var told = new ArrayList<Told>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(LOOK).forEach(message -> told.addAll(told(message)));
            }
            return new Topics(List.copyOf(told), whole);
        }
    }

    /** One for each subject; none for what is no event, which is among the dead letters. */
    private static List<Told> told(ConsumerRecord<String, byte[]> message) {
        String id = header(message, "ce_id");
        return id.isEmpty()
                ? List.of()
                : subjects(message)
                        .map(subject -> new Told(
                                message.topic(),
                                message.key(),
                                UUID.fromString(id),
                                header(message, "ce_type"),
                                subject,
                                Long.parseLong(header(message, "ce_sequence"))))
                        .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static Stream<String> subjects(ConsumerRecord<String, byte[]> message) {
        return switch (message.topic()) {
            case SCREENING -> Stream.of("screening " + message.key());
            case TICKETING -> {
                List<String> orders = orders(JsonMapper.shared().readTree(message.value()));
                yield orders.isEmpty() ? Stream.of("pre-sale " + message.key()) : orders.stream();
            }
            default -> Stream.of(message.key());
        };
    }

    /** Those that an event of one order, or of several, tells of. */
    private static List<String> orders(JsonNode event) {
        return Stream.concat(event.path("orders").valueStream(), Stream.of(event.path("order")))
                .filter(JsonNode::isObject)
                .map(order -> "order " + order.get("id").stringValue())
                .toList();
    }
}
