package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes, in batches that hurt nobody, links, challenges, refresh tokens and sessions that can't be used any more. */
@Component
class ForgetOldSignIns {

    private static final int BATCH = 5_000;

    private final SignInLinks links;
    private final PasskeyChallenges challenges;
    private final RefreshTokens refreshTokens;
    private final Clock clock;

    ForgetOldSignIns(SignInLinks links, PasskeyChallenges challenges, RefreshTokens refreshTokens, Clock clock) {
        this.links = links;
        this.challenges = challenges;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${houselights.web.sweep-interval:10m}")
    public void run() {
        Instant now = clock.instant();
        while (links.deleteSome(now, BATCH) == BATCH) {}
        while (challenges.deleteSome(now, BATCH) == BATCH) {}
        while (refreshTokens.deleteSome(now, BATCH) == BATCH) {}
    }
}
