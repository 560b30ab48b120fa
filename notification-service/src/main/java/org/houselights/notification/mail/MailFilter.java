package org.houselights.notification.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which mails to list; what is absent doesn't narrow. */
record MailFilter(
        @Nullable UUID screeningId,
        @Nullable MailStatus status,
        @Nullable MailKind kind,
        @Nullable String recipient) {}
