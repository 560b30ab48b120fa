package org.houselights.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

class InboxTest extends MessagingTest {

    @Autowired
    private Inbox inbox;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void an_event_delivered_twice_at_once_takes_effect_once() {
        ConsumerRecord<String, byte[]> event = event();
        CompletableFuture<Void> first = receive(event, this::hold);
        CompletableFuture<Void> second = receive(event, () -> {});
        await().until(() -> somebodyWaitsIn("insert into inbox"));
        held.countDown();

        first.join();
        second.join();
        assertThat(calls).hasValue(1);
    }

    @Test
    void an_effect_that_was_rolled_back_is_left_to_the_next_delivery() {
        ConsumerRecord<String, byte[]> event = event();
        CompletableFuture<Void> first = receive(event, () -> {
            hold();
            throw new IllegalStateException("rolled back");
        });
        CompletableFuture<Void> second = receive(event, () -> {});
        await().until(() -> somebodyWaitsIn("insert into inbox"));
        held.countDown();

        assertThat(first).failsWithin(Duration.ofSeconds(5));
        second.join();
        assertThat(calls).hasValue(2);
    }

    @Test
    void events_that_come_together_take_effect_in_their_order_and_once_each() {
        ConsumerRecord<String, byte[]> first = event();
        ConsumerRecord<String, byte[]> second = event();
        List<UUID> effects = new ArrayList<>();
        EventHandlers handlers = EventHandlers.of("gatherer")
                .on(Noted.TYPE, Reader.Note.class, (note, envelope) -> effects.add(envelope.id()));

        inbox.receive(List.of(first, second, first), handlers);
        inbox.receive(second, handlers);

        assertThat(effects).containsExactly(id(first), id(second));
    }

    @Test
    void of_events_that_come_together_all_take_effect_or_none() {
        ConsumerRecord<String, byte[]> first = event();
        ConsumerRecord<String, byte[]> spoilt = event();
        EventHandlers handlers = EventHandlers.of("hasty").on(Noted.TYPE, Reader.Note.class, (note, envelope) -> {
            if (envelope.id().equals(id(spoilt))) {
                throw new IllegalStateException("as the test wants it");
            }
            calls.incrementAndGet();
        });

        assertThatThrownBy(() -> inbox.receive(List.of(first, spoilt), handlers))
                .isInstanceOf(IllegalStateException.class);
        inbox.receive(first, handlers);

        assertThat(calls).as("the first is new again").hasValue(2);
    }

    @Test
    void an_event_of_no_concern_leaves_no_trace() {
        ConsumerRecord<String, byte[]> event = event();
        inbox.receive(event, EventHandlers.of("deaf"));

        assertThat(jdbc.sql("select count(*) from inbox where consumer = 'deaf'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void replaying_a_whole_topic_from_the_start_changes_nothing() throws Exception {
        String key = newKey();
        commit(Noted.note(key, 1), Noted.note(key, 2), Noted.note(key, 3));
        await().untilAsserted(() -> assertThat(taken(key)).isEqualTo(sequences(3)));

        MessageListenerContainer container = Objects.requireNonNull(listeners.getListenerContainer("reader"));
        container.stop();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteConsumerGroups(List.of("tests")).all().get();
        }
        container.start();

        await().untilAsserted(() -> assertThat(reader.deliveries(key)).isEqualTo(6));
        assertThat(taken(key)).isEqualTo(sequences(3));
    }

    private CompletableFuture<Void> receive(ConsumerRecord<String, byte[]> event, Runnable effect) {
        int before = calls.get();
        EventHandlers handlers = EventHandlers.of("eager").on(Noted.TYPE, Reader.Note.class, (note, envelope) -> {
            calls.incrementAndGet();
            effect.run();
        });
        CompletableFuture<Void> received =
                CompletableFuture.runAsync(() -> inbox.receive(event, handlers), Thread::startVirtualThread);
        await().until(() -> calls.get() > before || somebodyWaitsIn("insert into inbox"));
        return received;
    }

    private void hold() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UUID id(ConsumerRecord<String, byte[]> event) {
        return WireHeaders.read(event).id();
    }

    private static ConsumerRecord<String, byte[]> event() {
        String key = newKey();
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(Noted.TOPIC, 0, 0, key, "{\"sequence\":1,\"unknown\":true}".getBytes(UTF_8));
        WireHeaders.write(
                WireHeaders.of(UUID.randomUUID(), "/tests", Noted.TYPE, new Noted(key, 1, Instant.EPOCH, "")),
                record.headers());
        return record;
    }
}
