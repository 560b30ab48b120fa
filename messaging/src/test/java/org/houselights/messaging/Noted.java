package org.houselights.messaging;

import java.time.Instant;
import java.util.Random;

/** A fact for tests: note {@code sequence} of {@code key}. */
@EventType(topic = Noted.TOPIC, type = Noted.TYPE)
record Noted(String key, long sequence, Instant occurredAt, String text) implements Event {

    static final String TOPIC = "notes";
    static final String TYPE = "test.Noted";

    static Noted note(String key, long sequence) {
        return new Noted(key, sequence, Instant.EPOCH, "note " + sequence);
    }

    /** On the wire as well: what is drawn by lot can't be compressed. */
    static Noted ofLength(int length, String key, long sequence) {
        StringBuilder text = new StringBuilder(length);
        new Random(sequence).ints(length, 'A', 'Z' + 1).forEach(text::appendCodePoint);
        return new Noted(key, sequence, Instant.EPOCH, text.toString());
    }
}
