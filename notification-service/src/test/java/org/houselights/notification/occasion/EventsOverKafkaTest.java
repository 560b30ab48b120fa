package org.houselights.notification.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.houselights.notification.mail.Story.aStory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.houselights.notification.NotificationTest;
import org.houselights.web.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

class EventsOverKafkaTest extends NotificationTest {

    private static final String[] TOPICS = {
        ScreeningNews.TOPIC, TicketingNews.TOPIC, TicketingNews.TOPIC + "-dlt", AccountNews.TOPIC
    };

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyTopics() {
        jdbc.sql("truncate inbox, dead_letter").update();
    }

    @Test
    void events_become_mails_except_the_unreadable_and_a_replay_of_all_topics_sends_none_again() throws Exception {
        listeners.stop();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(Stream.of(TOPICS)
                            .map(topic -> new NewTopic(topic, 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        List<Happening> story = List.of(
                Happening.ofScreening("ScreeningProposed", 1, aStory().screening(), null),
                Happening.ofScreening("ScreeningOnSale", 2, aStory().screening(), null),
                Happening.ofScreening("ScreeningConfirmed", 3, aStory().screening(), null),
                order("OrderPledged", 1, "OPEN", "PLEDGED"),
                order("OrderPaid", 2, "COLLECTING", "PAID"),
                order("TicketsIssued", 3, "SECURED", "TICKETED"));
        listeners.start();
        publish(story.subList(0, 4));
        publish(List.of(new Happening(Ids.next(), TicketingNews.TOPIC, "OrderPaid", 2, "nothing of use")));
        publish(story.subList(4, story.size()));

        int mails = 10;
        await().untilAsserted(() -> assertThat(inbox().getReceivedMessages()).hasSize(mails));
        await().untilAsserted(() -> assertThat(count("dead_letter")).isEqualTo(1));

        listeners.stop();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.deleteConsumerGroups(List.of("notification")).all().get();
        }
        jdbc.sql("truncate inbox").update();
        listeners.start();

        await().untilAsserted(() -> assertThat(count("inbox")).isEqualTo(story.size()));
        assertThat(count("mail")).isEqualTo(mails);
        assertThat(jdbc.sql("select count(*) from mail where status <> 'SENT'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(inbox().getReceivedMessages()).hasSize(mails);
    }

    private static Happening order(String type, long sequence, String presale, String status) {
        return Happening.ofOrder(
                type, sequence, aStory().screening(), aStory().presale(presale), aStory().order(status));
    }

    private void publish(List<Happening> story) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            for (Happening happening : story) {
                ConsumerRecord<String, byte[]> message = happening.message();
                ProducerRecord<String, byte[]> wire =
                        new ProducerRecord<>(message.topic(), message.key(), message.value());
                message.headers().forEach(wire.headers()::add);
                producer.send(wire).get();
            }
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
