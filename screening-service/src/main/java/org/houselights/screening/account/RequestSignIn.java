package org.houselights.screening.account;

import java.time.Clock;
import java.time.Instant;
import org.houselights.messaging.Outbox;
import org.houselights.web.HouseSettings;
import org.houselights.web.MailAddress;
import org.houselights.web.Network;
import org.houselights.web.RateLimits;
import org.houselights.web.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails somebody a link to sign in with. The same is done and answered whether the address is known or not. */
@Component
class RequestSignIn {

    private final SignInLinks links;
    private final People people;
    private final Outbox outbox;
    private final RateLimits limits;
    private final HouseSettings house;
    private final Clock clock;

    RequestSignIn(
            SignInLinks links, People people, Outbox outbox, RateLimits limits, HouseSettings house, Clock clock) {
        this.links = links;
        this.people = people;
        this.outbox = outbox;
        this.limits = limits;
        this.house = house;
        this.clock = clock;
    }

    @Transactional
    public void by(MailAddress address, @Nullable String name, String locale, Network network) {
        limits.take("sign-in-network", network.value());
        limits.take("sign-in-address", Secrets.hash(address.value()));
        String token = Secrets.next();
        Instant expiresAt = clock.instant().plus(SignInRequested.LIFE);
        Person known = people.findByEmail(address.value()).orElse(null);
        links.save(new SignInLink(Secrets.hash(token), address, name, locale, expiresAt));
        outbox.append(new SignInRequested(
                address.value(),
                known == null ? name : known.name(),
                known == null ? locale : known.locale(),
                // Behind the hash sign, where no server and no log ever sees it.
                house.link("/sign-in#" + token),
                expiresAt));
    }
}
