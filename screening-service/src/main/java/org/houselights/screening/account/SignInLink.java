package org.houselights.screening.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.houselights.web.MailAddress;
import org.jspecify.annotations.Nullable;

/** A link that lets whoever reads the mail of an address sign in, once, for a quarter of an hour. */
@Entity
class SignInLink {

    @Id
    private String tokenHash;

    private String email;

    @Nullable
    private String name;

    private String locale;
    private Instant expiresAt;

    @Nullable
    private Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected SignInLink() {}

    SignInLink(String tokenHash, MailAddress email, @Nullable String name, String locale, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.email = email.value();
        this.name = name;
        this.locale = locale;
        this.expiresAt = expiresAt;
    }

    MailAddress email() {
        return new MailAddress(email);
    }

    /** What the person is called until they say otherwise. */
    String name() {
        return name == null ? email.substring(0, email.indexOf('@')) : name;
    }

    String locale() {
        return locale;
    }

    /** Returns whether the link still worked. */
    boolean use(Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt)) {
            return false;
        }
        usedAt = now;
        return true;
    }
}
