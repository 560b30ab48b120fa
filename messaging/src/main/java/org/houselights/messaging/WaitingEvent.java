package org.houselights.messaging;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox on its way to the broker. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares events
record WaitingEvent(long id, String topic, String key, Map<String, String> headers, byte[] body) {

    /** Events of one lane keep their order. */
    record Lane(String topic, String key) {}

    Lane lane() {
        return new Lane(topic, key);
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        WireHeaders.write(headers, record.headers());
        return record;
    }
}
