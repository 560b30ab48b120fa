package org.houselights.screening.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in on one device: goes on from refresh to refresh until it is ended or no refresh comes for a month. */
@Entity
class Session {

    @Id
    private String id;

    private UUID personId;

    @Nullable
    private Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    Session(String id, UUID personId) {
        this.id = id;
        this.personId = personId;
    }

    String id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    boolean isOver() {
        return endedAt != null;
    }
}
