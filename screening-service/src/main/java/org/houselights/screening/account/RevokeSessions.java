package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import org.houselights.messaging.Outbox;
import org.houselights.web.SessionRevocations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends every sign-in of a person: here at once, in the other services by event. */
@Component
class RevokeSessions {

    private final Sessions sessions;
    private final SessionRevocations revocations;
    private final Outbox outbox;
    private final Clock clock;

    RevokeSessions(Sessions sessions, SessionRevocations revocations, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void of(Person person) {
        Instant now = clock.instant();
        SessionsRevoked revoked = person.revokeSessions(now);
        sessions.endAll(person.id(), now);
        revocations.record(revoked.personId(), revoked.notBefore());
        outbox.append(revoked);
    }
}
