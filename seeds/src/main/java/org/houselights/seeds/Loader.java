package org.houselights.seeds;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Brings seeds into a running house through its public API. What is there already is left as it is, so that loading again
 * adds what is missing and changes nothing; a load that was interrupted goes on where it ended.
 */
public final class Loader {

    /** How somebody signs in. */
    @FunctionalInterface
    public interface SignIn {
        /** A bearer token for the person with this address. */
        String as(String email);
    }

    private final URI house;
    private final SignIn signIn;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * @param house where the API is
     * @param signIn asked once for the operator, and once for each host and distributor who has something to do
     * @param clock from which the times of screenings are counted
     * @param progress told in a few words whenever something is done, by several threads
     */
    public Loader(URI house, SignIn signIn, Clock clock, Consumer<String> progress) {
        this.house = house;
        this.signIn = signIn;
        this.clock = clock;
        this.progress = progress;
    }

    /** @throws LoadFailed with what the house answered */
    public void load(Seeds seeds) {
        try (var http = HttpClient.newHttpClient()) {
            new Load(seeds, new Visits(Api.of(house, http), signIn), clock.instant(), progress).run();
        }
    }
}
