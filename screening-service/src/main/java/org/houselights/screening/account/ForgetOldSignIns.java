package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes links, challenges, refresh tokens and sessions that can't be used any more. */
@Component
class ForgetOldSignIns {

    private final SignInLinks links;
    private final PasskeyChallenges challenges;
    private final RefreshTokens refreshTokens;
    private final Sessions sessions;
    private final Clock clock;

    ForgetOldSignIns(
            SignInLinks links,
            PasskeyChallenges challenges,
            RefreshTokens refreshTokens,
            Sessions sessions,
            Clock clock) {
        this.links = links;
        this.challenges = challenges;
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${houselights.web.sweep-interval:10m}")
    @Transactional
    public void run() {
        Instant now = clock.instant();
        links.deleteExpiredBefore(now);
        challenges.deleteExpiredBefore(now);
        refreshTokens.deleteExpiredBefore(now);
        sessions.deleteSilent();
    }
}
