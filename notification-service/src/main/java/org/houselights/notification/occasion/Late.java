package org.houselights.notification.occasion;

import org.houselights.notification.mail.MailKind;
import org.houselights.notification.mail.MailKind.Holds;
import org.jspecify.annotations.Nullable;

/** Says when news came too late to be told: events of two topics, or redelivered ones, can arrive in any order. */
final class Late {

    private Late() {}

    /** Why a mail of this kind would tell something wrong by now; null if it wouldn't. */
    static @Nullable String reason(MailKind kind, boolean newest, boolean screeningEnded) {
        if (kind.holds() != Holds.FOR_GOOD && !newest) {
            return "Something newer was known when this came.";
        }
        if (kind.holds() == Holds.WHILE_IT_GOES_ON && screeningEnded) {
            return "The screening had ended when this came.";
        }
        return null;
    }
}
