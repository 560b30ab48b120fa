package org.houselights.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Copies what died in this service from the dead-letter topics to where an operator can see it. */
class DeadLetterListener {

    private final DeadLetters deadLetters;

    DeadLetterListener(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @KafkaListener(topicPattern = ".*" + DeadLetters.SUFFIX, groupId = "${spring.application.name}-dead-letters")
    void on(ConsumerRecord<String, byte[]> record) {
        deadLetters.keep(record);
    }
}
