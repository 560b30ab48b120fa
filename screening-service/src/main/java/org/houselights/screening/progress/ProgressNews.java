package org.houselights.screening.progress;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.EventHandlers;
import org.houselights.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears from everything that moves a pre-sale how far it is then. */
@Component
class ProgressNews {

    private static final String CONSUMER = "screening-progress";

    private final Inbox inbox;
    private final EventHandlers handlers;

    ProgressNews(Inbox inbox, Progresses progresses) {
        this.inbox = inbox;
        this.handlers = EventHandlers.of(CONSUMER);
        Stream.of(
                        "PresaleOpened",
                        "ThresholdReached",
                        "PresaleSecured",
                        "PresaleShort",
                        "PresaleMissed",
                        "PresaleCancelled",
                        "PresaleClosed",
                        "OrderPledged",
                        "OrdersPledged",
                        "OrderAltered",
                        "OrderCancelled",
                        "OrderPaid",
                        "OrderDropped")
                .forEach(type -> handlers.on(
                        "org.houselights." + type,
                        News.class,
                        (news, envelope) -> progresses.keep(news.screeningId(), news.occurredAt(), news.presale())));
    }

    @KafkaListener(topics = "ticketing-events", groupId = CONSUMER)
    void on(ConsumerRecord<String, byte[]> event) {
        inbox.receive(event, handlers);
    }

    /** What is read of such an event. */
    record News(UUID screeningId, Instant occurredAt, Progress presale) {}
}
