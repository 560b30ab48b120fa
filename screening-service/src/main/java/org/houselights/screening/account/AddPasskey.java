package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.web.Ids;
import org.houselights.web.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the passkey that a browser made for somebody who is signed in. */
@Component
class AddPasskey {

    private final People people;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final RelyingParty house;
    private final Clock clock;

    AddPasskey(People people, Passkeys passkeys, PasskeyChallenges challenges, RelyingParty house, Clock clock) {
        this.people = people;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.house = house;
        this.clock = clock;
    }

    // A challenge is used up by a wrong answer, too.
    @Transactional(noRollbackFor = ProblemException.class)
    public void to(UUID person, String name, String challenge, String answer) {
        Instant now = clock.instant();
        challenges.use(challenge, person, now);
        Credential made = house.readNew(challenge, answer).orElseThrow(PasskeyProblems::notMade);
        people.require(person);
        if (passkeys.ownerOf(made.credentialId()).isPresent()) {
            throw PasskeyProblems.known();
        }
        if (passkeys.of(person).size() >= Passkey.MOST) {
            throw PasskeyProblems.tooMany();
        }
        passkeys.save(new Passkey(Ids.next(), person, name, made, now));
    }
}
