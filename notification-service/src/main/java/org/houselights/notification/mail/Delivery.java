package org.houselights.notification.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a page shows it, no more of it than its beholder may see.
 *
 * @param name whom it is to; null where that is not the beholder's business
 * @param address as much of it as the beholder may see; null likewise
 * @param at when it was sent; as long as it isn't, when it was written
 * @param nextAt when it is tried next; null unless it waits
 * @param serverWords what the mail server said; for operators only
 * @param copies how many times it was meant to be sent
 */
record Delivery(
        UUID id,
        MailKind kind,
        @Nullable UUID screeningId,
        @Nullable String name,
        @Nullable String address,
        MailStatus status,
        Instant at,
        @Nullable Instant nextAt,
        @Nullable Trouble trouble,
        @Nullable String serverWords,
        int copies,
        boolean mayBeSentAgain) {

    static Delivery seenBy(Beholder beholder, Mail mail) {
        boolean known = beholder.mayKnow(mail.kind().reader());
        return new Delivery(
                mail.id(),
                mail.kind(),
                mail.screeningId(),
                known ? mail.recipient().name() : null,
                known ? beholder.address(mail.recipient().email()) : null,
                mail.status(),
                Objects.requireNonNullElse(mail.sentAt(), mail.writtenAt()),
                mail.status() == MailStatus.WAITING ? mail.dueAt() : null,
                Trouble.of(mail),
                beholder == Beholder.OPERATOR ? mail.why() : null,
                mail.copy() + 1,
                mail.mayBeSentAgain());
    }
}
