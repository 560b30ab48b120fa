package org.houselights.screening.account;

import java.time.Clock;
import java.time.Duration;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Secrets;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes on with a session. A refresh token that comes back after it was used ends every sign-in of its person. */
@Component
class RefreshSession {

    private final RefreshTokens refreshTokens;
    private final Sessions sessions;
    private final People people;
    private final SessionTokens tokens;
    private final RevokeSessions revoke;
    private final Clock clock;

    RefreshSession(
            RefreshTokens refreshTokens,
            Sessions sessions,
            People people,
            SessionTokens tokens,
            RevokeSessions revoke,
            Clock clock) {
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.people = people;
        this.tokens = tokens;
        this.revoke = revoke;
        this.clock = clock;
    }

    // The refusal of a stolen token must not undo the revocation that goes with it.
    @Transactional(noRollbackFor = ProblemException.class)
    public SignedIn with(String token) {
        RefreshToken used = refreshTokens.lock(Secrets.hash(token)).orElseThrow(RefreshSession::over);
        Session session = sessions.findById(used.sessionId()).orElseThrow(RefreshSession::over);
        if (session.isOver()) {
            throw over();
        }
        Person person = people.require(session.personId());
        return switch (used.use(clock.instant())) {
            case GOOD -> tokens.issue(person, session.id());
            case OVER -> throw over();
            case TOO_SOON ->
                throw Problems.conflict("just-refreshed", Sentence.of("session.just-refreshed"), Duration.ofSeconds(1));
            case STOLEN -> {
                revoke.of(person);
                throw over();
            }
        };
    }

    private static ProblemException over() {
        return Problems.notSignedIn(Sentence.of("session.over"));
    }
}
