package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import org.houselights.screening.account.AccessTokens.AccessToken;
import org.houselights.web.Secrets;
import org.springframework.stereotype.Component;

/** Hands out the two tokens of a session, at its beginning and each time it goes on. */
@Component
class SessionTokens {

    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final Clock clock;

    SessionTokens(RefreshTokens refreshTokens, AccessTokens accessTokens, Clock clock) {
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    SignedIn issue(Person person, String session) {
        Instant now = clock.instant();
        String refresh = Secrets.next();
        refreshTokens.save(new RefreshToken(Secrets.hash(refresh), session, now));
        AccessToken access = accessTokens.issue(person, session);
        return new SignedIn(person, session, access.value(), access.expiresAt(), refresh, now.plus(RefreshToken.LIFE));
    }
}
