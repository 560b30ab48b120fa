package org.houselights.notification.occasion;

import org.houselights.notification.mail.MailKind;
import org.houselights.notification.mail.MailKind.Holds;
import org.jspecify.annotations.Nullable;

/**
 * Whether news came too late to be told: events of two topics, or redelivered ones, can arrive in any order.
 *
 * @param newest whether nothing newer was known of the same subject
 * @param screeningEnded whether the screening was known to be over, or off
 */
record Late(boolean newest, boolean screeningEnded) {

    /** Why a mail of this kind would tell something wrong by now; null if it wouldn't. */
    @Nullable
    String reason(MailKind kind) {
        if (kind.holds() != Holds.FOR_GOOD && !newest) {
            return "Something newer was known when this came.";
        }
        if (kind.holds() == Holds.WHILE_IT_GOES_ON && screeningEnded) {
            return "The screening had ended when this came.";
        }
        return null;
    }
}
