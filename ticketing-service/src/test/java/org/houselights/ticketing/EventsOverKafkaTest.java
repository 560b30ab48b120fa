package org.houselights.ticketing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.houselights.testkit.Backbone;
import org.houselights.testkit.MovableClock;
import org.houselights.testkit.OnBackbone;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.access.Badges;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The way there and back through a real broker. */
@OnBackbone
@SpringBootTest(
        classes = TicketingApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "houselights.link-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="})
@Import({Badges.ByTestKeys.class, ScreeningDesk.class, TicketWindow.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsOverKafkaTest {

    @Autowired
    private Backbone.Kafka kafka;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Test
    void a_screening_on_sale_becomes_pledges_charges_and_tickets() {
        ScreeningTold screening =
                ScreeningTold.at(MovableClock.atPresent().instant()).withThreshold(3);
        try (Others others = new Others(kafka.bootstrapServers())) {
            others.say(screening.event("ScreeningOnSale", "ON_SALE"));
            await().untilAsserted(() -> assertThat(others.heard()).containsExactly("PresaleOpened"));

            order(screening, "Ann", 1);
            await().untilAsserted(() -> assertThat(others.heard()).containsExactly("PresaleOpened", "OrderPledged"));

            order(screening, "Bob", 2);
            await().untilAsserted(() -> assertThat(others.heard())
                    .containsExactly(
                            "PresaleOpened",
                            "OrderPledged",
                            "OrderPledged",
                            "ThresholdReached",
                            "OrderPaid",
                            "OrderPaid",
                            "PresaleSecured"));
            assertThat(desk.status(screening.id())).isEqualTo(PresaleStatus.SECURED);

            others.say(screening.event("ScreeningConfirmed", "CONFIRMED"));
            await().untilAsserted(() -> assertThat(others.heard()).endsWith("TicketsIssued", "TicketsIssued"));
            assertThat(others.keys()).containsOnly(screening.id().toString());
        }
    }

    private void order(ScreeningTold screening, String name, int seats) {
        String body = TicketWindow.seats(seats, name, name + "@example.org", "sandbox-accepted");
        assertThat(window.order(screening.id(), body, "the-key-of-" + name).status())
                .isEqualTo(201);
    }

    /** The other services at the same broker: one tells of a screening, all hear what ticketing says. */
    private static final class Others implements AutoCloseable {

        private final KafkaProducer<String, byte[]> mouth;
        private final KafkaConsumer<String, byte[]> ear;
        private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

        Others(String brokers) {
            mouth = new KafkaProducer<>(
                    Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
            ear = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers", brokers,
                            "group.id", "others",
                            "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            ear.subscribe(List.of("ticketing-events"));
        }

        void say(ConsumerRecord<String, byte[]> event) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(event.topic(), event.key(), event.value());
            event.headers().forEach(record.headers()::add);
            Future<?> _ = mouth.send(record);
            mouth.flush();
        }

        /** The types of all events so far, in their order, without the common prefix. */
        List<String> heard() {
            ear.poll(Duration.ofMillis(100)).forEach(heard::add);
            return heard.stream()
                    .map(event ->
                            new String(event.headers().lastHeader("ce_type").value(), UTF_8))
                    .map(type -> type.substring("org.houselights.".length()))
                    .toList();
        }

        List<String> keys() {
            return heard.stream().map(ConsumerRecord::key).toList();
        }

        @Override
        public void close() {
            mouth.close();
            ear.close();
        }
    }
}
