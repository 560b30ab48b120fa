package org.houselights.screening.account;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs its owner in without a mail, as often as they like, until they remove it or their address becomes another. */
@Entity
class Passkey {

    /** Enough for the devices of one person; more are not of one person. */
    static final int MOST = 10;

    @Id
    private UUID id;

    private UUID personId;
    private String name;

    @Embedded
    private Credential credential;

    private Instant addedAt;

    @Nullable
    private Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected Passkey() {}

    Passkey(UUID id, UUID personId, String name, Credential credential, Instant now) {
        this.id = id;
        this.personId = personId;
        this.name = name;
        this.credential = credential;
        this.addedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    String name() {
        return name;
    }

    Credential credential() {
        return credential;
    }

    Instant addedAt() {
        return addedAt;
    }

    @Nullable
    Instant usedAt() {
        return usedAt;
    }

    /** @param signed the credential as it is after it signed */
    void use(Credential signed, Instant now) {
        credential = signed;
        usedAt = now;
    }
}
