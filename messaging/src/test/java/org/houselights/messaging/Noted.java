package org.houselights.messaging;

import java.time.Instant;

/** A fact for tests: note {@code sequence} of {@code key}. */
@EventType(topic = Noted.TOPIC, type = Noted.TYPE)
record Noted(String key, long sequence, Instant occurredAt, String text) implements Event {

    static final String TOPIC = "notes";
    static final String TYPE = "test.Noted";

    static Noted note(String key, long sequence) {
        return new Noted(key, sequence, Instant.EPOCH, "note " + sequence);
    }

    static Noted ofLength(int length, String key, long sequence) {
        return new Noted(key, sequence, Instant.EPOCH, "x".repeat(length));
    }
}
