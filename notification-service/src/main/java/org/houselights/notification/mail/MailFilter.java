package org.houselights.notification.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which mails to list; what is absent doesn't narrow.
 *
 * @param recipient an address in lower case
 * @param name part of the name of whom the mail is to, in any case
 */
record MailFilter(
        @Nullable UUID screeningId,
        @Nullable MailStatus status,
        @Nullable MailKind kind,
        @Nullable String recipient,
        @Nullable String name) {}
