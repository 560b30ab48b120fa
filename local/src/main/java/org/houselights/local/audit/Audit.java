package org.houselights.local.audit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.houselights.local.Plan;
import org.houselights.local.Service;
import org.houselights.local.audit.Disagreement.Books;

/**
 * Whether seats, money, outcomes, events and mails of an open house add up. It only reads. While something is on its way
 * from one service to another they do not agree yet, so an empty list is to be expected of a house at rest.
 */
public final class Audit {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Plan plan;

    private Audit(Plan plan) {
        this.plan = plan;
    }

    public static Audit of(Plan plan) {
        return new Audit(plan);
    }

    /**
     * Everything that does not add up at this moment.
     *
     * @throws org.houselights.local.Trouble when the house is closed
     */
    public List<Disagreement> disagreements() {
        try (var screening = Database.of(plan, Service.SCREENING);
                var ticketing = Database.of(plan, Service.TICKETING);
                var notification = Database.of(plan, Service.NOTIFICATION)) {
            Topics topics = Topics.read(plan.bootstrapServers());
            return Stream.of(
                            in(Books.SEATS, new Seats(ticketing).disagreements()),
                            in(Books.MONEY, new Money(ticketing).disagreements()),
                            in(Books.OUTCOMES, new Outcomes(screening, ticketing, topics).disagreements()),
                            in(Books.EVENTS, new Events(screening, ticketing, notification, topics).disagreements()),
                            in(Books.MAILS, new Mails(screening, ticketing, notification).disagreements()))
                    .flatMap(found -> found)
                    .toList();
        }
    }

    private static Stream<Disagreement> in(Books books, Stream<String> sentences) {
        return sentences.map(what -> new Disagreement(books, what));
    }

    /** What still does not add up when it was given that long to come to rest; answers at once when everything does. */
    public List<Disagreement> disagreementsWithin(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<Disagreement> found = disagreements();
        while (!found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
            found = disagreements();
        }
        return found;
    }
}
