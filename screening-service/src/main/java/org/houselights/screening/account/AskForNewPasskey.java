package org.houselights.screening.account;

import java.time.Clock;
import java.util.UUID;
import org.houselights.web.Network;
import org.houselights.web.Problems;
import org.houselights.web.RateLimits;
import org.houselights.web.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a browser to make a passkey for somebody who is signed in, where it doesn't have one of theirs already. */
@Component
class AskForNewPasskey {

    private final People people;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final RelyingParty house;
    private final RateLimits limits;
    private final Clock clock;

    AskForNewPasskey(
            People people,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            RelyingParty house,
            RateLimits limits,
            Clock clock) {
        this.people = people;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.house = house;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional
    public PasskeyQuestion of(UUID id, Network network) {
        limits.take("sign-in-network", network.value());
        Person person = people.findById(id).orElseThrow(() -> Problems.notFound("person"));
        String challenge = Secrets.next();
        challenges.save(new PasskeyChallenge(Secrets.hash(challenge), id, clock.instant()));
        return new PasskeyQuestion(challenge, house.asksForNewPasskey(challenge, person, passkeys.of(id)));
    }
}
