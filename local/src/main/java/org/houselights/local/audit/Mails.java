package org.houselights.local.audit;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Everybody was told what became of their order or screening, and nothing twice. */
record Mails(Database screening, Database ticketing, Database notification) {

    private static final List<String> QUESTIONS = List.of("""
            select format('The mail %s of the kind %s waits to be sent.', id, kind) from mail where status = 'WAITING'
            union all
            select format('The mail %s of the kind %s failed and does not say why.', id, kind)
            from mail where status = 'FAILED' and coalesce(why, '') = ''
            """, """
            select format('About the order %s one reader was written %s mails of the kind %s.', subject_id, count(*), kind)
            from mail
            where kind in ('PLEDGE_RECEIVED', 'PLEDGE_CANCELLED', 'ORDER_CHARGED', 'ORDER_DROPPED', 'TICKETS_ISSUED',
                           'MISSED_NOT_CHARGED', 'CANCELLED_NOT_CHARGED', 'REFUND_COMING', 'REFUNDED')
            group by kind, subject_id, recipient having count(*) > 1
            """);

    /** Mails are deleted after 400 days, so that those of older rows are not looked for. */
    private static final String RECENT = "> now() - interval '365 days'";

    /** Somebody is owed a mail about a subject, of any of these kinds. */
    private record Owed(UUID subject, String what, Set<String> kinds) {}

    private record Written(UUID subject, String kind) {}

    Stream<String> disagreements() {
        return Stream.concat(notification.sentences(QUESTIONS), unwritten());
    }

    private Stream<String> unwritten() {
        Set<Written> written = notification
                .rows(
                        "select distinct subject_id, kind from mail",
                        row -> new Written(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(toSet());
        return Stream.concat(owedToBuyers(), owedToHosts())
                .filter(owed ->
                        owed.kinds().stream().noneMatch(kind -> written.contains(new Written(owed.subject(), kind))))
                .map(owed -> "The %s %s, and nobody was written %s."
                        .formatted(owed.what(), owed.subject(), String.join(" or ", new TreeSet<>(owed.kinds()))));
    }

    private Stream<Owed> owedToBuyers() {
        return ticketing
                .rows(
                        "select id, status, bought, amount from orders where changed_at " + RECENT,
                        row -> owedToBuyer(
                                row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getLong(4) == 0))
                .stream()
                .flatMap(found -> found);
    }

    private static Stream<Owed> owedToBuyer(UUID id, String status, boolean bought, boolean free) {
        Stream<Set<String>> first = bought ? Stream.empty() : Stream.of(Set.of("PLEDGE_RECEIVED"));
        Stream<Set<String>> then = switch (status) {
            case "PAID" -> free ? Stream.empty() : Stream.of(Set.of("ORDER_CHARGED"));
            case "TICKETED" ->
                free
                        ? Stream.of(Set.of("TICKETS_ISSUED"))
                        : Stream.of(Set.of("ORDER_CHARGED"), Set.of("TICKETS_ISSUED"));
            case "PAYMENT_FAILED" -> Stream.of(Set.of("CARD_FAILED"));
            case "CANCELLED" -> Stream.of(Set.of("PLEDGE_CANCELLED"));
            case "DROPPED" -> Stream.of(Set.of("ORDER_DROPPED"));
            case "RELEASED" -> Stream.of(Set.of("MISSED_NOT_CHARGED", "CANCELLED_NOT_CHARGED"));
            case "REFUNDED" -> Stream.of(Set.of("REFUNDED"));
            default -> Stream.empty();
        };
        return Stream.concat(first, then).map(kinds -> new Owed(id, status + " order", kinds));
    }

    private Stream<Owed> owedToHosts() {
        return screening
                .rows(
                        "select id, status from screening where starts_at " + RECENT,
                        row -> owedToHost(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .flatMap(found -> found);
    }

    private static Stream<Owed> owedToHost(UUID id, String status) {
        Stream<Set<String>> then = switch (status) {
            case "CHANGES_REQUESTED" -> Stream.of(Set.of("CHANGES_ASKED"));
            case "DECLINED" -> Stream.of(Set.of("PROPOSAL_DECLINED"));
            case "LAPSED" -> Stream.of(Set.of("PROPOSAL_LAPSED"));
            case "ON_SALE" -> Stream.of(Set.of("PROPOSAL_APPROVED"));
            case "CONFIRMED", "HELD" -> Stream.of(Set.of("HOST_CONFIRMED", "APPROVED_AND_CONFIRMED"));
            case "MISSED" -> Stream.of(Set.of("HOST_MISSED"));
            // Whoever cancelled is not told.
            case "CANCELLED" -> Stream.of(Set.of("HOST_CANCELLED", "DISTRIBUTOR_CANCELLED"));
            default -> Stream.empty();
        };
        return Stream.concat(Stream.of(Set.of("PROPOSAL_RECEIVED")), then)
                .map(kinds -> new Owed(id, status + " screening", kinds));
    }
}
