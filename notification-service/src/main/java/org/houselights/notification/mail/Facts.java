package org.houselights.notification.mail;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a mail tells of, as it was when it happened. Kept with the mail, so that a mail sent an hour late still tells one
 * consistent story, and written from nothing but the event.
 */
public record Facts(
        @Nullable Screening screening,
        @Nullable Decision decision,
        @Nullable Presale presale,
        @Nullable Order order,
        @Nullable SignIn signIn,
        @Nullable HostMessage message) {

    public static Facts of(Screening screening, @Nullable Decision decision) {
        return new Facts(screening, decision, null, null, null, null);
    }

    public static Facts of(Screening screening, @Nullable Presale presale, @Nullable Order order) {
        return new Facts(screening, null, presale, order, null, null);
    }

    public static Facts of(SignIn signIn) {
        return new Facts(null, null, null, null, signIn, null);
    }

    public record Screening(
            UUID id,
            long revision,
            String status,
            Film film,
            Person host,
            Venue venue,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant deadline,
            @Nullable Instant decisionDueAt,
            Licence licence,
            Money price,
            int capacity,
            @Nullable Integer threshold) {}

    public record Film(UUID id, String title, Distributor distributor) {}

    public record Distributor(UUID id, String name, List<Person> contacts) {}

    public record Person(
            UUID id, String name, String email, @Nullable String locale) {

        public Recipient asRecipient() {
            return Recipient.of(name, email, locale);
        }
    }

    public record Venue(
            String name,
            @Nullable String auditorium,
            @Nullable String address,
            String city,
            ZoneId timeZone) {}

    public record Licence(String kind) {}

    /** @param rule of the distributor, by which the screening is approved without waiting for anybody */
    public record Decision(
            @Nullable Actor by,
            @Nullable String reason,
            @Nullable String rule) {

        boolean wasBy(UUID person) {
            return by != null && person.equals(by.id());
        }
    }

    /** Who decided; the house itself, where a time ran out, has no id. */
    public record Actor(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String role) {}

    public record Presale(
            String status,
            Money goal,
            Money pledged,
            Money collected,
            @Nullable Instant cureEndsAt) {}

    public record Order(
            UUID id,
            long revision,
            String status,
            String name,
            String email,
            @Nullable String locale,
            List<Tickets> tickets,
            int seats,
            Money amount,
            @Nullable Card card,
            URI link,
            @Nullable Failure failure,
            @Nullable List<Ticket> issued) {

        public Recipient asRecipient() {
            return Recipient.of(name, email, locale);
        }

        public boolean costsNothing() {
            return amount.minorUnits() == 0;
        }

        /** Without the codes that open the door. */
        public Order withoutCodes() {
            return new Order(
                    id, revision, status, name, email, locale, tickets, seats, amount, card, link, failure, null);
        }
    }

    public record Tickets(String type, int quantity) {}

    public record Card(String brand, String last4) {}

    public record Failure(@Nullable String reason, @Nullable Instant retryAt) {}

    public record Ticket(UUID id, String type, String code) {}

    /**
     * What the host wrote to the buyer.
     *
     * @param replyTo where answers go; null if the host wants none
     */
    public record HostMessage(
            UUID id, String subject, String text, @Nullable String replyTo) {}

    public record SignIn(URI link, Instant expiresAt) {}

    /** The same with what the host wrote. */
    public Facts saying(HostMessage written) {
        return new Facts(screening, decision, presale, order, signIn, written);
    }

    /** Whether this person made it happen, and knows: not if a rule did it in their name. */
    public boolean wasDecidedBy(Person person) {
        return decision != null && decision.rule() == null && decision.wasBy(person.id());
    }

    Screening theScreening() {
        return there(screening);
    }

    Order theOrder() {
        return there(order);
    }

    HostMessage theMessage() {
        return there(message);
    }

    SignIn theSignIn() {
        return there(signIn);
    }

    private static <T> T there(@Nullable T fact) {
        return Optional.ofNullable(fact)
                .orElseThrow(() -> new IllegalStateException("a fact that this mail needs is missing"));
    }
}
