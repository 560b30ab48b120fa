package org.houselights.screening.proposal;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.EventHandlers;
import org.houselights.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears how pre-sales ended. */
@Component
class PresaleNews {

    static final String TOPIC = "ticketing-events";

    private final Inbox inbox;
    private final EventHandlers handlers;

    PresaleNews(Inbox inbox, ConfirmScreening confirm, MissScreening miss) {
        this.inbox = inbox;
        this.handlers = EventHandlers.of("screening")
                .on(
                        "org.houselights.PresaleSecured",
                        Presale.class,
                        (presale, envelope) -> confirm.after(presale.screeningId()))
                .on(
                        "org.houselights.PresaleMissed",
                        Presale.class,
                        (presale, envelope) -> miss.after(presale.screeningId()));
    }

    @KafkaListener(topics = TOPIC, groupId = "screening")
    void on(ConsumerRecord<String, byte[]> event) {
        inbox.receive(event, handlers);
    }

    /** What is read of a pre-sale's event. */
    record Presale(UUID screeningId) {}
}
