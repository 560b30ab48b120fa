package org.houselights.local.story;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.houselights.local.Api;
import org.houselights.local.Looks;
import org.houselights.local.Trouble;
import tools.jackson.databind.JsonNode;

/** Tells what was seen, and waits for what is yet to be seen. */
final class Narrator {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api inbox;
    private final PrintStream out;
    private final long lastOldMail;
    private int steps;

    Narrator(Api inbox, PrintStream out) {
        this.inbox = inbox;
        this.out = out;
        this.lastOldMail = inbox.get("/api/mails")
                .valueStream()
                .mapToLong(mail -> mail.get("id").asLong())
                .max()
                .orElse(0);
    }

    void step(String what) {
        steps++;
        out.printf("%n%2d  %s%n", steps, what);
    }

    void detail(String what) {
        out.println("    " + what);
    }

    void link(String what, Object address) {
        out.printf("    %-58s %s%n", what, address);
    }

    /** Waits for a mail of this story, tells of it and answers with it. */
    JsonNode mail(String to, String subject) {
        JsonNode mail = await(
                "a mail to %s with the subject “%s …”".formatted(to, subject),
                () -> received(to, subject).findFirst());
        link("✉ " + to + ": " + subject, inbox.address().resolve("/mails/" + mail.get("id")));
        return mail;
    }

    /** How many mails of this story began their subject like this. */
    long mails(String to, String subject) {
        return received(to, subject).count();
    }

    /** Looks until there is something to see. */
    <T> T await(String what, Supplier<Optional<T>> look) {
        return Looks.within(PATIENCE, look)
                .orElseThrow(() -> new Trouble("Step %d came to nothing: %s was not seen within %d s."
                        .formatted(steps, what, PATIENCE.toSeconds())));
    }

    /** The mails of this story to one person whose subject begins like this, the newest first. */
    private Stream<JsonNode> received(String to, String subject) {
        return inbox.get("/api/mails?to=%s&after=%d".formatted(to, lastOldMail))
                .valueStream()
                .filter(one -> one.get("subject").stringValue().startsWith(subject));
    }
}
