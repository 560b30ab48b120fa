package org.houselights.ticketing.presale;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.EventHandlers;
import org.houselights.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Lets the pre-sale follow what the screening's service decides. */
@Component
class FollowScreenings {

    private static final String PREFIX = "org.houselights.";

    private final Inbox inbox;
    private final EventHandlers handlers;

    FollowScreenings(Inbox inbox, OpenPresale open, ConfirmPresale confirm, CancelPresale cancel, ClosePresale close) {
        this.inbox = inbox;
        this.handlers = EventHandlers.of("ticketing.presale")
                .on(PREFIX + "ScreeningOnSale", ScreeningNews.class, open::open)
                .on(PREFIX + "ScreeningConfirmed", ScreeningNews.class, confirm::confirm)
                .on(PREFIX + "ScreeningCancelled", ScreeningNews.class, cancel::cancel)
                .on(PREFIX + "ScreeningHeld", ScreeningNews.class, close::close);
    }

    @KafkaListener(topics = "screening-events", groupId = "ticketing")
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, handlers);
    }
}
