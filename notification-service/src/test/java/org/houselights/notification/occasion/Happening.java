package org.houselights.notification.occasion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.houselights.notification.mail.Facts;
import org.houselights.notification.mail.Facts.Decision;
import org.houselights.notification.mail.Facts.HostMessage;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.notification.mail.Facts.Presale;
import org.houselights.notification.mail.Facts.Screening;
import org.houselights.notification.mail.Story;
import org.houselights.web.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An event as it comes over the wire. */
record Happening(UUID id, String topic, String type, long sequence, Object body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Happening ofScreening(String type, long sequence, Screening screening, @Nullable Decision decision) {
        return new Happening(
                Ids.next(),
                ScreeningNews.TOPIC,
                type,
                sequence,
                new ScreeningEvent(screening.id(), sequence, Story.NOW, screening, decision));
    }

    static Happening ofPresale(String type, long sequence, Screening screening, Presale presale) {
        return ofOrder(type, sequence, screening, presale, null);
    }

    static Happening ofOrder(String type, long sequence, Screening screening, Presale presale, @Nullable Order order) {
        return ofOrder(type, sequence, screening, presale, order, null);
    }

    static Happening ofOrder(
            String type,
            long sequence,
            Screening screening,
            Presale presale,
            @Nullable Order order,
            @Nullable HostMessage message) {
        return new Happening(
                Ids.next(),
                TicketingNews.TOPIC,
                type,
                sequence,
                new TicketingEvent(screening.id(), sequence, Story.NOW, screening, presale, order, message));
    }

    static Happening ofOrders(String type, long sequence, Screening screening, Presale presale, List<Order> orders) {
        return new Happening(
                Ids.next(),
                TicketingNews.TOPIC,
                type,
                sequence,
                new PledgesTogether(screening.id(), sequence, Story.NOW, screening, presale, orders));
    }

    static Happening ofAccount(String type, Object body) {
        return new Happening(Ids.next(), AccountNews.TOPIC, type, 1, body);
    }

    /** The same news under another event id. */
    Happening again() {
        return new Happening(Ids.next(), topic, type, sequence, body);
    }

    ConsumerRecord<String, byte[]> message() {
        RecordHeaders headers = new RecordHeaders();
        new TreeMap<>(Map.of(
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "test",
                        "ce_type",
                        "org.houselights." + type,
                        "ce_specversion",
                        "1.0",
                        "ce_time",
                        Story.NOW.toString(),
                        "ce_subject",
                        Story.SCREENING.toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "content-type",
                        "application/json"))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(topic, 0, 0, Story.SCREENING.toString(), JSON.writeValueAsBytes(body));
        headers.forEach(message.headers()::add);
        return message;
    }

    static Screening withStatus(Screening now, String status) {
        return new Screening(
                now.id(),
                now.revision(),
                status,
                now.film(),
                now.host(),
                now.venue(),
                now.startsAt(),
                now.endsAt(),
                now.deadline(),
                now.decisionDueAt(),
                now.licence(),
                now.price(),
                now.capacity(),
                now.threshold());
    }

    static Screening withoutThreshold(Screening now) {
        return new Screening(
                now.id(),
                now.revision(),
                "CONFIRMED",
                now.film(),
                now.host(),
                now.venue(),
                now.startsAt(),
                now.endsAt(),
                null,
                now.decisionDueAt(),
                new Facts.Licence("FLAT_FEE"),
                now.price(),
                now.capacity(),
                null);
    }
}
