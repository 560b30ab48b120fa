package org.houselights.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes notes as any consumer does, except those that a test makes it fail on. */
class Reader {

    /** What is read of a note. */
    record Note(String key, long sequence) {}

    private final Inbox inbox;
    private final Tracer tracer;
    private final EventHandlers handlers;
    private final Set<Note> failing = ConcurrentHashMap.newKeySet();
    private final List<String> deliveries = new CopyOnWriteArrayList<>();
    private final Map<String, String> traces = new ConcurrentHashMap<>();

    Reader(Inbox inbox, JdbcClient jdbc, Tracer tracer) {
        this.inbox = inbox;
        this.tracer = tracer;
        this.handlers = EventHandlers.of("reader").on(Noted.TYPE, Note.class, (note, envelope) -> {
            jdbc.sql("insert into taken (key, sequence) values (?, ?)")
                    .params(note.key(), note.sequence())
                    .update();
            if (failing.contains(note)) {
                throw new IllegalStateException("the reader is tired");
            }
        });
    }

    @KafkaListener(id = "reader", topics = Noted.TOPIC, groupId = "tests")
    void on(ConsumerRecord<String, byte[]> record) {
        String key = Objects.requireNonNullElse(record.key(), "none");
        deliveries.add(key);
        Optional.ofNullable(tracer.currentSpan())
                .map(Span::context)
                .ifPresent(trace -> traces.put(key, trace.traceId()));
        inbox.receive(record, handlers);
    }

    void failOn(String key, long sequence) {
        failing.add(new Note(key, sequence));
    }

    void recover() {
        failing.clear();
    }

    /** How often Kafka has brought events of this key, whatever became of them. */
    long deliveries(String key) {
        return deliveries.stream().filter(key::equals).count();
    }

    Optional<String> traceOf(String key) {
        return Optional.ofNullable(traces.get(key));
    }
}
