package org.houselights.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 in binary mode: attributes as plain headers, the JSON body untouched.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">the
 *     Kafka binding</a>
 */
final class WireHeaders {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    private static final String SOURCE = "ce_source";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String TIME = "ce_time";
    private static final String SUBJECT = "ce_subject";
    private static final String SEQUENCE = "ce_sequence";
    private static final String CONTENT_TYPE = "content-type";

    private WireHeaders() {}

    static Map<String, String> of(UUID id, String source, String type, Event event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id.toString());
        headers.put(SOURCE, source);
        headers.put(TYPE, type);
        headers.put(SUBJECT, event.key());
        headers.put(TIME, event.occurredAt().toString());
        headers.put(SEQUENCE, Long.toString(event.sequence()));
        headers.put(CONTENT_TYPE, "application/json");
        return headers;
    }

    static void write(Map<String, String> values, Headers headers) {
        values.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
    }

    /** @throws UnreadableEvent if a header that we need is missing or malformed */
    static Envelope read(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw new UnreadableEvent("the record has no key");
        }
        try {
            return new Envelope(
                    UUID.fromString(required(record, ID)),
                    required(record, TYPE),
                    record.topic(),
                    record.key(),
                    Long.parseLong(required(record, SEQUENCE)),
                    Instant.parse(required(record, TIME)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("a CloudEvents header is malformed: " + e.getMessage(), e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableEvent("the header " + name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }
}
