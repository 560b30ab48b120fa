package org.houselights.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer does on which event. The body type is the consumer's own record with the fields it reads; it
 * tolerates all others.
 */
public final class EventHandlers {

    private final String consumer;
    private final Map<String, Handler<?>> byType = new HashMap<>();

    private EventHandlers(String consumer) {
        this.consumer = consumer;
    }

    /** @param consumer the name under which the inbox remembers what has taken effect; never change it */
    public static EventHandlers of(String consumer) {
        return new EventHandlers(consumer);
    }

    public <T> EventHandlers on(String type, Class<T> body, BiConsumer<T, Envelope> effect) {
        if (byType.putIfAbsent(type, new Handler<>(body, effect)) != null) {
            throw new IllegalArgumentException(consumer + " handles " + type + " twice");
        }
        return this;
    }

    String consumer() {
        return consumer;
    }

    @Nullable
    Handler<?> handlerOf(String type) {
        return byType.get(type);
    }

    record Handler<T>(Class<T> body, BiConsumer<T, Envelope> effect) {

        void accept(Object event, Envelope envelope) {
            effect.accept(body.cast(event), envelope);
        }
    }
}
