package org.houselights.screening.account;

import java.time.Clock;
import org.houselights.web.Network;
import org.houselights.web.RateLimits;
import org.houselights.web.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a browser to sign in with a passkey: any that it has for the house, so that nobody learns who has one. */
@Component
class AskForPasskey {

    private final PasskeyChallenges challenges;
    private final RelyingParty house;
    private final RateLimits limits;
    private final Clock clock;

    AskForPasskey(PasskeyChallenges challenges, RelyingParty house, RateLimits limits, Clock clock) {
        this.challenges = challenges;
        this.house = house;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional
    public PasskeyQuestion from(Network network) {
        limits.take("sign-in-network", network.value());
        String challenge = Secrets.next();
        challenges.save(new PasskeyChallenge(Secrets.hash(challenge), null, clock.instant()));
        return new PasskeyQuestion(challenge, house.asksForPasskey(challenge));
    }
}
