package org.houselights.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox on its way to the broker. */
record WaitingEvent(long id, String topic, String key, Map<String, String> headers, String body) {

    /** Events of one lane keep their order. */
    record Lane(String topic, String key) {}

    Lane lane() {
        return new Lane(topic, key);
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body.getBytes(UTF_8));
        WireHeaders.write(headers, record.headers());
        return record;
    }
}
