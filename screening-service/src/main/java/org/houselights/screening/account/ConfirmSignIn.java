package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import org.houselights.web.Ids;
import org.houselights.web.Problems;
import org.houselights.web.Secrets;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs in whoever holds the link: the person of its address, or a new host. */
@Component
class ConfirmSignIn {

    private final SignInLinks links;
    private final People people;
    private final StartSession start;
    private final Clock clock;

    ConfirmSignIn(SignInLinks links, People people, StartSession start, Clock clock) {
        this.links = links;
        this.people = people;
        this.start = start;
        this.clock = clock;
    }

    @Transactional
    public SignedIn with(String token) {
        Instant now = clock.instant();
        SignInLink link = links.lock(Secrets.hash(token))
                .filter(found -> found.use(now))
                .orElseThrow(() -> Problems.unprocessable("sign-in-link-over", Sentence.of("sign-in-link-over")));
        Person person = people.lockByEmail(link.email().value())
                .orElseGet(() -> people.save(new Person(Ids.next(), link.email(), link.name(), link.locale())));
        return start.of(person);
    }
}
