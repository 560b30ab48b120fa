package org.houselights.screening.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a passkey has to sign, once and soon, so that an answer that was overheard is worth nothing. */
@Entity
class PasskeyChallenge {

    static final Duration LIFE = Duration.ofMinutes(5);

    @Id
    private String challengeHash;

    /** Who adds a passkey; null if somebody signs in. */
    @Nullable
    private UUID personId;

    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected PasskeyChallenge() {}

    PasskeyChallenge(String challengeHash, @Nullable UUID personId, Instant now) {
        this.challengeHash = challengeHash;
        this.personId = personId;
        this.expiresAt = now.plus(LIFE);
    }

    boolean isFor(@Nullable UUID person, Instant now) {
        return Objects.equals(personId, person) && now.isBefore(expiresAt);
    }
}
