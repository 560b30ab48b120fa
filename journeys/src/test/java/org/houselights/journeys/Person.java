package org.houselights.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.houselights.local.Api;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, who signs in when it is needed, by the link in the mail. */
public class Person {

    /** A sign-in lasts for 15 minutes. */
    private static final Duration SIGN_IN_LASTS = Duration.ofMinutes(14);

    private final Town town;
    private final String address;
    private @Nullable Api signedIn;
    private Instant until = Instant.MIN;

    Person(Town town, String address) {
        this.town = town;
        this.address = address;
    }

    public Api api() {
        Api api = signedIn;
        if (api == null || !town.now().isBefore(until)) {
            until = town.now().plus(SIGN_IN_LASTS);
            api = town.signIn(address);
            signedIn = api;
        }
        return api;
    }

    public Town town() {
        return town;
    }

    public String address() {
        return address;
    }

    /** What the mails that this person has received are about, in their order. */
    public List<String> news() {
        return town.mailboxes().newsTo(address);
    }
}
