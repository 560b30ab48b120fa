package org.houselights.notification.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody is owed.
 *
 * @param subjectId the order, the screening or the request that it is about
 * @param revision the revision of it; together with kind, subject and recipient this names the mail
 * @param sequence the sequence of the event, by which an older mail about the same subject is told from a newer one
 * @param usefulUntil after this it isn't sent any more
 * @param outdated why it is only recorded and not sent: the news came too late to be true
 */
public record Notice(
        MailKind kind,
        UUID subjectId,
        long revision,
        Recipient recipient,
        @Nullable UUID screeningId,
        long sequence,
        Instant happenedAt,
        Facts facts,
        @Nullable Instant usefulUntil,
        @Nullable String outdated) {}
