package org.houselights.ticketing.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cards of the sandbox. Each is sent by its {@link #token()}, which is no number and no secret. */
enum SandboxCard {
    /** Does what it is asked to. */
    ACCEPTED("Visa", "4242", null),

    /** Can't be saved. */
    DECLINED("Visa", "0002", "The bank declined the charge."),

    /** Can be saved; every charge is declined. */
    DECLINED_LATER("Visa", "0341", "The bank declined the charge."),

    /** Can be saved; every charge is declined until its owner consents, which off session nobody does. */
    NEEDS_ACTION("Visa", "3184", "The bank wants you to confirm the charge."),

    /** Is charged at once and tells so late. */
    SLOW("Mastercard", "4444", null),

    /** Is charged, and the first answer is lost; likewise with a refund. */
    UNREACHABLE("American Express", "0005", null);

    private static final String SEPARATOR = ":";

    private final String brand;
    private final String last4;
    private final @Nullable String refusal;

    SandboxCard(String brand, String last4, @Nullable String refusal) {
        this.brand = brand;
        this.last4 = last4;
        this.refusal = refusal;
    }

    String token() {
        return "sandbox-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why its charges are declined; null if they are not. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** The same card saved twice is two cards, so that one order's card can be forgotten and another's kept. */
    SavedCard saved(UUID id) {
        return new SavedCard(token() + SEPARATOR + id, brand, last4);
    }

    static Optional<SandboxCard> withToken(String token) {
        return Stream.of(values()).filter(card -> card.token().equals(token)).findFirst();
    }

    static Optional<SandboxCard> withReference(String reference) {
        int end = reference.indexOf(SEPARATOR);
        return end < 0 ? Optional.empty() : withToken(reference.substring(0, end));
    }
}
