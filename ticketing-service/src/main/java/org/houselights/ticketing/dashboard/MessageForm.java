package org.houselights.ticketing.dashboard;

import java.text.Normalizer;
import java.util.Objects;
import org.houselights.ticketing.order.Audience;
import org.houselights.ticketing.order.NewMessage;
import org.houselights.web.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was typed.
 *
 * @param key made when the form was shown, so that sending it twice writes once
 */
record MessageForm(
        @Nullable String key,
        @Nullable Audience audience,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String replyTo) {

    static MessageForm empty() {
        return new MessageForm(Secrets.next(), Audience.PLEDGED, null, null, null);
    }

    MessageForm shownAgain() {
        return new MessageForm(key(), audience, subject, text, replyTo);
    }

    @Override
    public String key() {
        return key == null || key.isBlank() ? Secrets.next() : key;
    }

    NewMessage message() {
        String answers = plain(replyTo);
        return new NewMessage(
                Objects.requireNonNullElse(audience, Audience.PLEDGED),
                plain(subject),
                plain(text),
                answers.isEmpty() ? null : answers);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
    }
}
