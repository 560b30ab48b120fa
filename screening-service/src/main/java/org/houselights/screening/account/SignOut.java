package org.houselights.screening.account;

import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs a person out everywhere, known by either of the two tokens. */
@Component
class SignOut {

    private final People people;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final RevokeSessions revoke;

    SignOut(People people, Sessions sessions, RefreshTokens refreshTokens, RevokeSessions revoke) {
        this.people = people;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.revoke = revoke;
    }

    @Transactional
    public void of(@Nullable Caller caller, @Nullable String refreshToken) {
        Optional.ofNullable(caller)
                .map(Caller::personId)
                .or(() -> Optional.ofNullable(refreshToken).flatMap(this::owner))
                .map(people::require)
                .ifPresent(revoke::of);
    }

    private Optional<UUID> owner(String refreshToken) {
        return refreshTokens
                .lock(Secrets.hash(refreshToken))
                .flatMap(token -> sessions.findById(token.sessionId()))
                .filter(session -> !session.isOver())
                .map(Session::personId);
    }
}
