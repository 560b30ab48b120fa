package org.houselights.seeds;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;

/** Loads the seeds that are shipped into a house whose mail lands in Mailpit; the arguments say where both are. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Two addresses are needed: of the house, and of the Mailpit that its mail lands in.");
            System.exit(2);
        }
        URI house = URI.create(arguments[0]);
        URI inbox = URI.create(arguments[1]);
        try (var http = HttpClient.newHttpClient()) {
            new Loader(house, new MailpitSignIn(house, inbox, http), Clock.systemUTC(), System.out::println)
                    .load(Seeds.read());
        } catch (WrongSeeds | LoadFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
