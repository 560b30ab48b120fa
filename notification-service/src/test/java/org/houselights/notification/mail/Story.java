package org.houselights.notification.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.houselights.notification.mail.Facts.Actor;
import org.houselights.notification.mail.Facts.Card;
import org.houselights.notification.mail.Facts.Decision;
import org.houselights.notification.mail.Facts.Distributor;
import org.houselights.notification.mail.Facts.Failure;
import org.houselights.notification.mail.Facts.Film;
import org.houselights.notification.mail.Facts.HostMessage;
import org.houselights.notification.mail.Facts.Licence;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.notification.mail.Facts.Person;
import org.houselights.notification.mail.Facts.Presale;
import org.houselights.notification.mail.Facts.Screening;
import org.houselights.notification.mail.Facts.SignIn;
import org.houselights.notification.mail.Facts.Ticket;
import org.houselights.notification.mail.Facts.Tickets;
import org.houselights.notification.mail.Facts.Venue;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/** The people, the screening and the order that the tests tell of. */
public record Story(String title, String currency, ZoneId zone, String name, String email, String locale) {

    public static final Instant NOW = Instant.parse("2026-11-20T22:00:00Z");
    public static final UUID SCREENING = UUID.fromString("0196a000-0000-7000-8000-000000000001");
    public static final UUID ORDER = UUID.fromString("0196a000-0000-7000-8000-000000000002");
    public static final UUID HOST = UUID.fromString("0196a000-0000-7000-8000-000000000003");
    public static final UUID DISTRIBUTOR = UUID.fromString("0196a000-0000-7000-8000-000000000004");
    public static final UUID OTHER_DISTRIBUTOR = UUID.fromString("0196a000-0000-7000-8000-000000000005");
    private static final Instant STARTS = Instant.parse("2026-12-19T00:00:00Z");

    public static Story aStory() {
        return new Story("Seoul Train", "USD", ZoneId.of("America/New_York"), "Ada Park", "ada@example.com", "en");
    }

    public Story of(String film) {
        return new Story(film, currency, zone, name, email, locale);
    }

    public Story in(String otherCurrency, String otherZone) {
        return new Story(title, otherCurrency, ZoneId.of(otherZone), name, email, locale);
    }

    public Story to(String otherName, String otherEmail, String otherLocale) {
        return new Story(title, currency, zone, otherName, otherEmail, otherLocale);
    }

    /** Everybody in it reads this language. */
    public Story in(Locale language) {
        return to(name, email, language.toLanguageTag());
    }

    public Screening screening() {
        return new Screening(
                SCREENING,
                1,
                "ON_SALE",
                new Film(
                        SCREENING,
                        title,
                        new Distributor(
                                DISTRIBUTOR,
                                "Incite Productions",
                                List.of(
                                        new Person(DISTRIBUTOR, "Lisa Sleeth", "lisa@incite.example", locale),
                                        new Person(
                                                OTHER_DISTRIBUTOR, "Jim Butterworth", "jim@incite.example", locale)))),
                new Person(HOST, "Hana Lee", "hana@host.example", locale),
                new Venue("Coolidge Corner Theatre", "Screen 1", "290 Harvard Street", "Brookline", zone),
                STARTS,
                STARTS.plus(Duration.ofHours(2)),
                STARTS.minus(Duration.ofDays(7)),
                NOW.plus(Duration.ofDays(7)),
                new Licence("CROWD_FUNDED"),
                Money.of(1200, currency),
                120,
                66);
    }

    public Decision decision(@Nullable String reason) {
        return new Decision(new Actor(DISTRIBUTOR, "Lisa Sleeth", "DISTRIBUTOR"), reason, null);
    }

    public Presale presale(String status) {
        return new Presale(
                status,
                Money.of(79_200, currency),
                Money.of(80_400, currency),
                Money.of(0, currency),
                STARTS.minus(Duration.ofDays(8)));
    }

    public Order order(String status) {
        return new Order(
                ORDER,
                1,
                status,
                name,
                email,
                locale,
                List.of(new Tickets("FULL", 2), new Tickets("CONCESSION", 1)),
                3,
                Money.of(3200, currency),
                new Card("Visa", "4242"),
                URI.create("http://localhost:8080/orders/Jx8v0qLrTzYw2fHn5cKdMg"),
                new Failure("declined", NOW.plus(Duration.ofHours(6))),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> new Ticket(
                                new UUID(0, i), i < 3 ? "FULL" : "CONCESSION", "HL-" + i + "-Zk3vQ8rW1tYx7LmPbN2c"))
                        .toList());
    }

    public Facts facts(MailKind kind) {
        return switch (kind) {
            case SIGN_IN_LINK ->
                Facts.of(new SignIn(
                        URI.create("http://localhost:8080/sign-in?token=p9WkE2xVb0"),
                        NOW.plus(Duration.ofMinutes(15))));
            case CHANGES_ASKED ->
                Facts.of(screening(), decision("Could you move it to a weekend?\nThe director would like to come."));
            case PROPOSAL_DECLINED, HOST_CANCELLED, DISTRIBUTOR_CANCELLED ->
                Facts.of(screening(), decision("The film is on television that week."));
            case THRESHOLD_REACHED, ORDER_CHARGED, CARD_FAILED, ORDER_DROPPED ->
                Facts.of(screening(), presale("COLLECTING"), order("PAID"));
            case HOST_MESSAGE ->
                Facts.of(screening(), presale("SECURED"), order("TICKETED"))
                        .saying(new HostMessage(
                                ORDER,
                                "The director comes",
                                "Doors open at seven.\nBring <b>a friend</b>.",
                                "hana@host.example"));
            case TICKETS_ISSUED -> Facts.of(screening(), presale("SECURED"), order("TICKETED"));
            case MISSED_NOT_CHARGED -> Facts.of(screening(), presale("MISSED"), order("RELEASED"));
            case CANCELLED_NOT_CHARGED, REFUND_COMING, REFUNDED ->
                Facts.of(screening(), presale("CANCELLED"), order("REFUNDED"));
            case PLEDGE_RECEIVED, PLEDGE_ALTERED, PLEDGE_CANCELLED ->
                Facts.of(screening(), presale("OPEN"), order("PLEDGED"));
            default -> Facts.of(screening(), decision(null));
        };
    }

    /** A mail that a sender has just taken for the first time. */
    Mail mail(MailKind kind) {
        return mail(kind, facts(kind));
    }

    Mail mail(MailKind kind, Facts facts) {
        Recipient recipient = switch (kind.reader()) {
            case HOST -> screening().host().asRecipient();
            case DISTRIBUTOR ->
                screening().film().distributor().contacts().getFirst().asRecipient();
            case ATTENDEE -> order("").asRecipient();
            case VISITOR -> Recipient.of(name, email, locale);
        };
        return new Mail(
                UUID.nameUUIDFromBytes(kind.name().getBytes(StandardCharsets.UTF_8)),
                kind,
                kind.reader() == MailKind.Reader.ATTENDEE ? ORDER : SCREENING,
                1,
                recipient,
                SCREENING,
                7,
                facts,
                MailStatus.WAITING,
                null,
                null,
                NOW,
                NOW,
                null,
                NOW.plus(Duration.ofMinutes(5)),
                NOW.plus(Duration.ofDays(3)),
                1,
                0,
                0,
                null);
    }

    /** The notice that leads to such a mail. */
    public Notice notice(MailKind kind) {
        Mail mail = mail(kind);
        return new Notice(kind, mail.subjectId(), 1, mail.recipient(), SCREENING, 7, NOW, mail.facts(), null, null);
    }
}
