package org.houselights.notification.occasion;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of the events on {@code account-events}. */
sealed interface AccountEvent {

    record SignInRequested(
            String email, @Nullable String name, @Nullable String locale, URI link, Instant expiresAt)
            implements AccountEvent {}

    record SessionsRevoked(UUID personId, Instant notBefore) implements AccountEvent {}
}
