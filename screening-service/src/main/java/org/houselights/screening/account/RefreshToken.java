package org.houselights.screening.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Goes on with a session once: whoever uses it gets the next one. One that comes back later was stolen, from or by the sender. */
@Entity
class RefreshToken {

    static final Duration LIFE = Duration.ofDays(30);
    /** Two tabs of one browser refresh at the same time; this soon, the second is not a thief. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    enum Use {
        GOOD,
        OVER,
        TOO_SOON,
        STOLEN
    }

    @Id
    private String tokenHash;

    private String sessionId;
    private Instant expiresAt;

    @Nullable
    private Instant replacedAt;

    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    RefreshToken(String tokenHash, String sessionId, Instant now) {
        this.tokenHash = tokenHash;
        this.sessionId = sessionId;
        this.expiresAt = now.plus(LIFE);
    }

    String sessionId() {
        return sessionId;
    }

    Use use(Instant now) {
        if (replacedAt != null) {
            return now.isBefore(replacedAt.plus(GRACE)) ? Use.TOO_SOON : Use.STOLEN;
        }
        if (!now.isBefore(expiresAt)) {
            return Use.OVER;
        }
        replacedAt = now;
        return Use.GOOD;
    }
}
