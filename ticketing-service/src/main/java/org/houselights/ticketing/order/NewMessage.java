package org.houselights.ticketing.order;

import org.houselights.web.EmailAddress;
import org.houselights.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a host wants to write.
 *
 * @param replyTo where answers go; null if the host wants none
 */
public record NewMessage(
        Audience audience,
        @PlainText(max = 100) String subject,
        @PlainText(max = 5000, lines = true) String text,

        @EmailAddress(optional = true) @Nullable String replyTo) {}
