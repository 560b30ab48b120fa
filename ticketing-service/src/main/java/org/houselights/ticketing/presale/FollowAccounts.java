package org.houselights.ticketing.presale;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.EventHandlers;
import org.houselights.messaging.Inbox;
import org.houselights.web.SessionRevocations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Stops trusting the tokens of whoever signed out or whose role changed. */
@Component
class FollowAccounts {

    private final Inbox inbox;
    private final EventHandlers handlers;

    FollowAccounts(Inbox inbox, SessionRevocations revocations) {
        this.inbox = inbox;
        this.handlers = EventHandlers.of("ticketing.account")
                .on(
                        "org.houselights.SessionsRevoked",
                        SessionsRevoked.class,
                        (event, envelope) -> revocations.record(event.personId(), event.notBefore()));
    }

    @KafkaListener(topics = "account-events", groupId = "ticketing")
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, handlers);
    }

    record SessionsRevoked(UUID personId, Instant notBefore) {}
}
