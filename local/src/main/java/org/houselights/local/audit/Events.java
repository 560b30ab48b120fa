package org.houselights.local.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What was committed was told, in its order, and whoever has to do something about it has done so. */
record Events(Database screening, Database ticketing, Database notification, Topics topics) {

    private static final List<String> WAITING = List.of("""
            select format('%s %s waits in the outbox', replace(type, 'org.houselights.', ''), event_id)
            from outbox
            """, """
            select format('%s with the key %s was refused by the broker: %s', topic, key, cause)
            from outbox_trouble
            """, """
            select format('%s %s is among the dead letters: %s', replace(type, 'org.houselights.', ''), id, cause)
            from dead_letter where replayed_at is null
            """);

    /** What notification does nothing about: how a pre-sale ends is told to people by the screening. */
    private static final Set<String> UNTOLD =
            Set.of("PresaleOpened", "PresaleSecured", "PresaleMissed", "PresaleClosed");

    private static final Set<String> PRESALE_DECIDED = Set.of("PresaleSecured", "PresaleMissed");
    private static final Set<String> SCREENING_DECIDED =
            Set.of("ScreeningOnSale", "ScreeningConfirmed", "ScreeningCancelled", "ScreeningHeld");

    Stream<String> disagreements() {
        Sequences sequences = Sequences.of(topics);
        return Stream.of(
                        waiting(),
                        sequences.breaks(),
                        untold(sequences),
                        withoutEffect(screening, "screening", Events::isForScreening),
                        withoutEffect(ticketing, "ticketing.presale", Events::isForTicketing),
                        withoutEffect(notification, "notification", Events::isForNotification))
                .flatMap(found -> found);
    }

    private Stream<String> waiting() {
        return Stream.of(screening, ticketing, notification)
                .flatMap(database -> database.sentences(WAITING)
                        .map(what ->
                                "%s (%s).".formatted(what, database.service().id())));
    }

    /** The number of the latest event that a row has told of, for each screening, pre-sale and order. */
    private record Latest(String subject, long number) {}

    private Stream<String> untold(Sequences sequences) {
        return Stream.of(
                        latest(screening, "select 'screening ' || id, version + 1 from screening"),
                        latest(ticketing, "select 'pre-sale ' || screening_id, sequence from presale"),
                        latest(ticketing, "select 'order ' || id, revision from orders"))
                .flatMap(List::stream)
                // What the broker has forgotten wholly can't be compared.
                .filter(row -> topics.whole() || sequences.latest(row.subject()) > 0)
                .filter(row -> sequences.latest(row.subject()) != row.number())
                .map(row -> "The %s has told of %d events, and the topic has %d."
                        .formatted(row.subject(), row.number(), sequences.latest(row.subject())));
    }

    private static List<Latest> latest(Database database, String question) {
        return database.rows(question, row -> new Latest(row.getString(1), row.getLong(2)));
    }

    private interface Concern {
        boolean isFor(Told event);
    }

    private Stream<String> withoutEffect(Database database, String consumer, Concern concern) {
        Set<UUID> taken = new HashSet<>(database.rows(
                "select event_id from inbox where consumer = '" + consumer + "'", row -> row.getObject(1, UUID.class)));
        return topics.told().stream()
                .filter(concern::isFor)
                .filter(event -> !taken.contains(event.id()))
                .map(event -> "%s %s with the key %s had no effect in %s."
                        .formatted(event.type(), event.id(), event.key(), consumer))
                .distinct();
    }

    private static boolean isForScreening(Told event) {
        return PRESALE_DECIDED.contains(event.type());
    }

    private static boolean isForTicketing(Told event) {
        return SCREENING_DECIDED.contains(event.type());
    }

    private static boolean isForNotification(Told event) {
        return !UNTOLD.contains(event.type());
    }
}
