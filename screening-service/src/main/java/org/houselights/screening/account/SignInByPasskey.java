package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import org.houselights.web.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs in whoever holds a passkey of the house. */
@Component
class SignInByPasskey {

    private final PasskeyChallenges challenges;
    private final Passkeys passkeys;
    private final People people;
    private final RelyingParty house;
    private final StartSession start;
    private final Clock clock;

    SignInByPasskey(
            PasskeyChallenges challenges,
            Passkeys passkeys,
            People people,
            RelyingParty house,
            StartSession start,
            Clock clock) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.people = people;
        this.house = house;
        this.start = start;
        this.clock = clock;
    }

    // A challenge is used up by a wrong answer, too.
    @Transactional(noRollbackFor = ProblemException.class)
    public SignedIn with(String challenge, String answer) {
        Instant now = clock.instant();
        challenges.use(challenge, null, now);
        String credential = house.credentialOf(answer).orElseThrow(PasskeyProblems::refused);
        Person person = passkeys.ownerOf(credential).flatMap(people::lock).orElseThrow(PasskeyProblems::refused);
        Passkey passkey = passkeys.find(credential).orElseThrow(PasskeyProblems::refused);
        passkey.use(house.check(challenge, answer, passkey).orElseThrow(PasskeyProblems::refused), now);
        return start.of(person);
    }
}
