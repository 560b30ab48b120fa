package org.houselights.notification.mail;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail in words. HTML and text are two ways to set the same letter, so they tell the same.
 *
 * @param lead what happened, what it means for the reader's money, and the one thing to do next
 * @param quote what the other side wrote, such as the reason for a decision
 * @param why why the reader gets this
 */
record Letter(
        Locale locale,
        String subject,
        String title,
        String lead,
        @Nullable Quote quote,
        Action action,
        List<Row> rows,
        String passesTitle,
        List<Pass> passes,
        @Nullable ShareKit shareKit,
        String why) {

    Letter {
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The subject holds a line break or another control character.");
        }
        rows = List.copyOf(rows);
        passes = List.copyOf(passes);
    }

    record Quote(String by, String text) {}

    /** The one thing to do; the hint is for programs that don't show the button. */
    record Action(String label, URI link, String hint) {}

    record Row(String label, String value) {}

    /** A ticket; its QR code is the inline picture with this content id. */
    record Pass(String label, String code, String contentId) {}

    record ShareKit(String title, List<String> texts) {

        ShareKit {
            texts = List.copyOf(texts);
        }
    }
}
