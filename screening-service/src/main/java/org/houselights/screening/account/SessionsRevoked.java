package org.houselights.screening.account;

import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Event;
import org.houselights.messaging.EventType;

/** Every sign-in token of this person that was issued earlier is void. */
@EventType(topic = AccountTopics.EVENTS, type = "org.houselights.SessionsRevoked")
record SessionsRevoked(UUID personId, Instant notBefore) implements Event {

    @Override
    public String key() {
        return personId.toString();
    }

    @Override
    public long sequence() {
        return notBefore.toEpochMilli();
    }

    @Override
    public Instant occurredAt() {
        return notBefore;
    }
}
