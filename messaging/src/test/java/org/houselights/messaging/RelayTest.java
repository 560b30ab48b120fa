package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import tools.jackson.databind.json.JsonMapper;

class RelayTest extends MessagingTest {

    @Autowired
    private Relay relay;

    @Autowired
    private DataSource database;

    @Autowired
    private KafkaProperties kafkaProperties;

    @Autowired
    private KafkaConnectionDetails broker;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MessagingSettings settings;

    @Autowired
    private Topics topics;

    private final List<Relay> others = new ArrayList<>();

    @AfterEach
    void onlyOneInstance() {
        others.forEach(Relay::stop);
        if (!relay.isRunning()) {
            relay.start();
        }
    }

    @Test
    void a_commit_wakes_the_relay_long_before_its_poll() {
        String key = newKey();
        await().until(this::holder, Optional::isPresent);
        Instant committed = Instant.now();
        commit(Noted.note(key, 1));

        await().untilAsserted(() -> assertThat(taken(key)).containsExactly(1L));
        assertThat(Duration.between(committed, Instant.now()))
                .isLessThan(settings.relay().poll().dividedBy(10));
    }

    @Test
    void a_commit_wakes_the_relay_of_another_instance() {
        relay.stop();
        startAnotherInstance();
        Optional<Integer> other = await().until(this::holder, Optional::isPresent);
        relay.start();
        String key = newKey();
        commit(Noted.note(key, 1));

        assertThat(delivered(key, 1)).containsExactly(1L);
        assertThat(holder()).isEqualTo(other);
    }

    @Test
    void of_several_relays_one_sends_so_that_nothing_is_doubled_or_out_of_order() throws InterruptedException {
        startAnotherInstance();
        startAnotherInstance();
        List<String> keys = Stream.generate(MessagingTest::newKey).limit(4).toList();
        List<Thread> writers = keys.stream()
                .map(key -> Thread.startVirtualThread(
                        () -> IntStream.rangeClosed(1, 100).forEach(n -> commit(Noted.note(key, n)))))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(keys).allSatisfy(key -> assertThat(delivered(key, 100)).isEqualTo(sequences(100)));
    }

    @Test
    void another_relay_takes_over_when_the_connection_of_the_first_closes() {
        Optional<Integer> first = await().until(this::holder, Optional::isPresent);
        startAnotherInstance();
        jdbc.sql("select pg_terminate_backend(?)")
                .param(first.orElseThrow())
                .query(Boolean.class)
                .single();

        Optional<Integer> second = await().until(this::holder, Optional::isPresent);
        String key = newKey();
        commit(Noted.note(key, 1));

        assertThat(delivered(key, 1)).containsExactly(1L);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void a_crash_between_send_and_delete_sends_again_and_consumers_take_it_once() {
        String key = newKey();
        crashAtFirstDeletionOf(key);
        try {
            commit(Noted.note(key, 1), Noted.note(key, 2));

            assertThat(delivered(key, 4)).containsExactly(1L, 2L, 1L, 2L);
            await().untilAsserted(() -> assertThat(reader.deliveries(key)).isEqualTo(4));
            assertThat(taken(key)).containsExactly(1L, 2L);
        } finally {
            jdbc.sql("drop function crash cascade; drop sequence crashes").update();
        }
    }

    /** Closes the relay's own connection in the middle of its statement. A sequence remembers it, as it does not roll back. */
    private void crashAtFirstDeletionOf(String key) {
        jdbc.sql("create sequence crashes").update();
        jdbc.sql("""
                create function crash() returns trigger language plpgsql as $$
                begin
                    if nextval('crashes') = 1 then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return old;
                end $$""").update();
        jdbc.sql(
                        "create trigger crash before delete on outbox for each row when (old.key = '%s') execute function crash()"
                                .formatted(key))
                .update();
    }

    /** The server process of the connection that holds the relay's lock. */
    private Optional<Integer> holder() {
        return jdbc.sql("""
                        select pid from pg_locks join pg_database d on d.oid = database
                        where locktype = 'advisory' and granted and datname = current_database()""").query(Integer.class).optional();
    }

    /** As it would run in another instance: with a bell of its own, which no commit of this one rings. */
    private void startAnotherInstance() {
        Relay another = new MessagingAutoConfiguration()
                .relay(database, kafkaProperties, broker, json, Clock.systemUTC(), settings, new RelayBell(), topics);
        another.start();
        others.add(another);
    }
}
