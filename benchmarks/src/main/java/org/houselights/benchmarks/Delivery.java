package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atLeast;
import static org.houselights.benchmarks.Figure.Goal.atMost;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.houselights.local.Looks;
import tools.jackson.databind.json.JsonMapper;

/** How fast the relay carries events from the outbox to whoever reads the topic. */
final class Delivery {

    private static final int WAITING = 50_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage;
    private final int rounds;
    private final Duration time;
    private final Consumer<Figure> report;
    private final Load load;

    Delivery(Stage stage, int rounds, Duration time, Consumer<Figure> report) {
        this.stage = stage;
        this.rounds = rounds;
        this.time = time;
        this.report = report;
        this.load = stage.ticketing();
    }

    void measure() {
        UUID screening = stage.presale();
        Request pledge = Request.pledge(screening);
        load.closed(16, time, pledge);
        stage.settle();
        draining("one key", 1, pledge, 10_000);
        draining("1,000 keys", 1000, pledge, 15_000);
        stage.practiseOneByOne(load, time, pledge);
        latency(500, pledge, 20);
        latency(50, pledge, 10);
    }

    /** Fills the outbox behind the relay's back, then has a pledge ring its bell. */
    private void draining(String what, int keys, Request pledge, double goal) {
        var rates = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            stage.execute("""
                    insert into outbox (event_id, topic, key, type, headers, body, appended_at)
                    select uuidv7(), 'ticketing-events', 'key ' || number %% %d, 'org.houselights.OrderPledged', '%s', '%s', now()
                    from generate_series(1, %d) number""".formatted(keys, Example.pledged("headers"), Example.pledged("body"), WAITING));
            long start = System.nanoTime();
            load.open(10, Duration.ofMillis(100), pledge);
            stage.awaitRelay();
            if (round > 0) {
                rates.add(WAITING / ((System.nanoTime() - start) / 1e9));
            }
        }
        report.accept(new Figure("events relayed, of " + what, rates, "/s", atLeast(goal)));
    }

    /** From the moment at which the event became true, which is before its commit, until a consumer has it. */
    private void latency(int perSecond, Request pledge, double goal) {
        Duration enough = Load.longEnough(time, perSecond);
        var medians = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            stage.rest();
            Histogram lag = lagWhile(() -> load.open(perSecond, enough, pledge).succeeded());
            medians.add(Load.millis(lag, 50));
            p99.add(Load.millis(lag, 99));
        }
        report.accept(
                new Figure("decision to consumer at %d a second, median".formatted(perSecond), medians, "ms", null));
        report.accept(
                new Figure("decision to consumer at %d a second, p99".formatted(perSecond), p99, "ms", atMost(goal)));
    }

    private Histogram lagWhile(LongSupplier happening) {
        Histogram lag = new ConcurrentHistogram(60_000_000L, 3);
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stage.plan().bootstrapServers(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        "500"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("ticketing-events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            Thread reader = Thread.ofPlatform().start(() -> read(consumer, lag, trouble));
            long expected = happening.getAsLong();
            Looks.until(PATIENCE, () -> lag.getTotalCount() >= expected);
            consumer.wakeup();
            reader.join();
            if (trouble.get() != null || lag.getTotalCount() < expected || expected == 0) {
                throw new IllegalStateException(
                        "Of %d pledges the consumer saw %d".formatted(expected, lag.getTotalCount()), trouble.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return lag;
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer, Histogram lag, AtomicReference<Throwable> trouble) {
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                    Instant then = Instant.parse(
                            new String(event.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8));
                    long micros = Math.clamp(ChronoUnit.MICROS.between(then, Instant.now()), 0, 60_000_000L);
                    lag.recordValueWithCount(micros, pledges(event.value()));
                }
            }
        } catch (WakeupException done) {
            // As asked.
        } catch (RuntimeException e) {
            trouble.set(e);
        }
    }

    /** How many an event tells of: those that were decided together come together. */
    private static int pledges(byte[] event) {
        return Math.max(1, JsonMapper.shared().readTree(event).path("orders").size());
    }
}
