package org.houselights.seeds;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The house as different people see it, each of whom signs in once at most. */
final class Visits {

    private final Api visitor;
    private final Loader.SignIn signIn;
    private final Map<String, Api> signedIn = new ConcurrentHashMap<>();

    Visits(Api visitor, Loader.SignIn signIn) {
        this.visitor = visitor;
        this.signIn = signIn;
    }

    Api anybody() {
        return visitor;
    }

    Api as(String email) {
        return signedIn.computeIfAbsent(email, address -> visitor.as(signIn.as(address)));
    }
}
