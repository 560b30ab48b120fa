package org.houselights.screening.account;

import java.util.UUID;
import org.houselights.web.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes one of a person's own passkeys away, so that it signs nobody in any more. */
@Component
class RemovePasskey {

    private final People people;
    private final Passkeys passkeys;

    RemovePasskey(People people, Passkeys passkeys) {
        this.people = people;
        this.passkeys = passkeys;
    }

    @Transactional
    public void of(UUID person, UUID passkey) {
        people.require(person);
        if (passkeys.remove(passkey, person) == 0) {
            throw Problems.notFound("passkey");
        }
    }
}
