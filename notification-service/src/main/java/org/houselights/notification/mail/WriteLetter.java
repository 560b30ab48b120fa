package org.houselights.notification.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.notification.mail.Facts.Screening;
import org.houselights.notification.mail.Facts.Venue;
import org.houselights.notification.mail.Letter.Action;
import org.houselights.notification.mail.Letter.Pass;
import org.houselights.notification.mail.Letter.Quote;
import org.houselights.notification.mail.Letter.Row;
import org.houselights.notification.mail.Letter.ShareKit;
import org.houselights.notification.mail.MailKind.Reader;
import org.houselights.web.HouseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a mail into its reader's words. */
@Component
class WriteLetter {

    private final HouseSettings house;

    WriteLetter(HouseSettings house) {
        this.house = house;
    }

    public Letter letter(Mail mail) {
        Words words = Words.in(mail.recipient().locale());
        Facts facts = mail.facts();
        Map<String, Object> said = said(mail, words);
        String kind = mail.kind().name();
        return new Letter(
                words.locale(),
                words.say(kind + ".subject", said),
                words.say(kind + ".title", said),
                Stream.of(".happened", ".money", ".next")
                        .map(part -> words.say(kind + part, said))
                        .collect(Collectors.joining(" ")),
                quote(facts, words, said),
                new Action(
                        words.say(kind + ".action", said), link(mail.kind().reader(), facts), words.say("link", said)),
                rows(mail.kind(), facts, words, said),
                words.say("codes", said),
                mail.kind() == MailKind.TICKETS_ISSUED ? passes(facts.theOrder(), words) : List.of(),
                shareKit(mail.kind(), words, said),
                words.say("why." + mail.kind().reader(), said));
    }

    /** The place of the screening in one line. */
    static String place(Venue venue) {
        return Stream.of(venue.auditorium(), venue.name(), venue.address(), venue.city())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private URI link(Reader reader, Facts facts) {
        return switch (reader) {
            case HOST, DISTRIBUTOR -> screeningLink(facts.theScreening());
            case ATTENDEE -> facts.theOrder().link();
            case VISITOR -> facts.theSignIn().link();
        };
    }

    private URI screeningLink(Screening screening) {
        return URI.create(house.link("/screenings/" + screening.id()));
    }

    /** Everything that the messages may mention, under the name by which they do. */
    private Map<String, Object> said(Mail mail, Words words) {
        Facts facts = mail.facts();
        Map<String, Object> said = new HashMap<>();
        if (facts.screening() != null) {
            Screening screening = facts.screening();
            said.put("film", screening.film().title());
            said.put("distributor", screening.film().distributor().name());
            said.put("host", screening.host().name());
            said.put("venue", screening.venue().name());
            said.put("city", screening.venue().city());
            said.put("price", screening.price().format(words.locale()));
            said.put("capacity", screening.capacity());
            said.put("licence", screening.licence().kind());
            said.put("hasThreshold", screening.threshold() == null ? "no" : "yes");
            said.put("threshold", screening.threshold() == null ? 0 : screening.threshold());
            said.put("screening", screeningLink(screening).toString());
            said.put("when", moment(screening.startsAt(), screening, words));
            said.put("deadline", moment(screening.deadline(), screening, words));
            said.put("decisionDue", moment(screening.decisionDueAt(), screening, words));
        }
        if (facts.decision() != null
                && facts.decision().by() != null
                && facts.decision().by().name() != null) {
            said.put("by", facts.decision().by().name());
        } else {
            said.put("by", "nobody");
        }
        if (facts.presale() != null) {
            said.put("outcome", facts.presale().status());
            said.put("goal", facts.presale().goal().format(words.locale()));
            said.put("pledged", facts.presale().pledged().format(words.locale()));
            said.put("cureEnds", moment(facts.presale().cureEndsAt(), facts.theScreening(), words));
        }
        if (facts.order() != null) {
            Order order = facts.order();
            said.put("seats", order.seats());
            said.put("amount", order.amount().format(words.locale()));
            said.put("free", order.costsNothing() ? "yes" : "no");
            said.put(
                    "card",
                    order.card() == null
                            ? "none"
                            : order.card().brand() + " •••• " + order.card().last4());
            said.put(
                    "retryAt",
                    moment(order.failure() == null ? null : order.failure().retryAt(), facts.theScreening(), words));
        }
        if (facts.message() != null) {
            said.put("subject", facts.message().subject());
            said.put("answers", facts.message().replyTo() == null ? "no" : "yes");
        }
        if (facts.signIn() != null) {
            // Whoever signs in has no venue, and no zone that we know: minutes are the same everywhere.
            said.put(
                    "minutes",
                    Duration.between(mail.happenedAt(), facts.signIn().expiresAt())
                            .toMinutes());
        }
        return said;
    }

    private static String moment(@Nullable Instant instant, Screening screening, Words words) {
        return instant == null
                ? "none"
                : words.moment(instant, screening.venue().timeZone());
    }

    private static @Nullable Quote quote(Facts facts, Words words, Map<String, Object> said) {
        if (facts.message() != null) {
            return new Quote(
                    words.say("quote.host", said),
                    facts.message().subject() + "\n\n" + facts.message().text());
        }
        if (facts.decision() == null
                || facts.decision().reason() == null
                || facts.decision().reason().isBlank()) {
            return null;
        }
        return new Quote(words.say("quote", said), facts.decision().reason());
    }

    private static List<Row> rows(MailKind kind, Facts facts, Words words, Map<String, Object> said) {
        List<Row> rows = new ArrayList<>();
        if (facts.screening() != null) {
            row(rows, words, "film", String.valueOf(said.get("film")));
            row(rows, words, "when", String.valueOf(said.get("when")));
            row(rows, words, "where", place(facts.screening().venue()));
        }
        if (kind.reader() == Reader.ATTENDEE) {
            row(rows, words, "tickets", tickets(facts.theOrder(), words));
            if (!facts.theOrder().costsNothing()) {
                rows.add(new Row(words.say("row.amount." + kind, said), String.valueOf(said.get("amount"))));
                row(rows, words, "card", said.get("card"));
            }
        } else if (facts.screening() != null) {
            row(rows, words, "price", facts.screening().price().minorUnits() == 0 ? "none" : said.get("price"));
            row(rows, words, "capacity", words.say("capacity", said));
            row(
                    rows,
                    words,
                    "threshold",
                    facts.screening().threshold() == null ? "none" : words.say("threshold", said));
            row(rows, words, "licence", words.say("licence", said));
        }
        switch (kind) {
            case PROPOSAL_RECEIVED, PROPOSAL_WAITING -> row(rows, words, "decisionDue", said.get("decisionDue"));
            case PROPOSAL_APPROVED, PLEDGE_RECEIVED, PLEDGE_ALTERED ->
                row(rows, words, "deadline", said.get("deadline"));
            case THRESHOLD_REACHED -> row(rows, words, "pledged", said.get("pledged"));
            case CARD_FAILED -> {
                row(rows, words, "retryAt", said.get("retryAt"));
                row(rows, words, "cureEnds", said.get("cureEnds"));
            }
            default -> {}
        }
        return rows;
    }

    private static void row(List<Row> rows, Words words, String name, @Nullable Object value) {
        if (value != null && !value.equals("none")) {
            rows.add(new Row(words.say("row." + name, Map.of()), value.toString()));
        }
    }

    private static String tickets(Order order, Words words) {
        return words.list(order.tickets().stream()
                .map(tickets -> words.say(
                        "tickets",
                        Map.of("quantity", tickets.quantity(), "type", words.say("type." + tickets.type(), Map.of()))))
                .toList());
    }

    private static List<Pass> passes(Order order, Words words) {
        List<Facts.Ticket> issued = Objects.requireNonNullElse(order.issued(), List.of());
        return IntStream.range(0, issued.size())
                .mapToObj(i -> new Pass(
                        words.say(
                                "pass",
                                Map.of(
                                        "number", i + 1,
                                        "of", issued.size(),
                                        "type",
                                                words.say(
                                                        "type." + issued.get(i).type(), Map.of()))),
                        issued.get(i).code(),
                        "ticket-" + (i + 1)))
                .toList();
    }

    private static @Nullable ShareKit shareKit(MailKind kind, Words words, Map<String, Object> said) {
        if (kind != MailKind.PROPOSAL_APPROVED && kind != MailKind.APPROVED_AND_CONFIRMED) {
            return null;
        }
        return new ShareKit(
                words.say("share.title", said),
                List.of(words.say("share.short", said), words.say("share.invitation", said)));
    }
}
