package org.houselights.screening.account;

import java.time.Duration;
import java.time.Instant;
import org.houselights.messaging.Event;
import org.houselights.messaging.EventType;
import org.houselights.web.Secrets;
import org.jspecify.annotations.Nullable;

/** Somebody asked for a link to sign in with. */
@EventType(topic = AccountTopics.EVENTS, type = "org.houselights.SignInRequested")
record SignInRequested(String email, @Nullable String name, String locale, String link, Instant expiresAt)
        implements Event {

    static final Duration LIFE = Duration.ofMinutes(15);

    @Override
    public String key() {
        return Secrets.hash(email);
    }

    @Override
    public long sequence() {
        return 0;
    }

    @Override
    public Instant occurredAt() {
        return expiresAt.minus(LIFE);
    }
}
