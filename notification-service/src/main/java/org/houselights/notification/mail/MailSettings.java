package org.houselights.notification.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.houselights.web.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail is sent and kept.
 *
 * @param from the address that mail comes from
 * @param replyTo where an answer goes, unless it goes to the other side of a proposal
 * @param poll how often the table is looked at for mail that is due, besides the wake-up on every commit
 * @param batch how many mails a sender takes at once; it has twice as many in hand at most
 * @param parallel how many connections to the mail server a sender uses at most
 * @param linger how long a connection is kept for the next mail
 * @param lease how long a sender has for what it takes before another may take it; longer than two batches ever take
 * @param retryFirst how long a mail waits after the mail server first asked for patience; doubled each time
 * @param retryLongest the longest such wait
 * @param giveUpAfter how long a mail is tried altogether
 * @param keep how long mails that are sent or failed are kept; older events lead to no mail, so a replay never repeats one
 * @param purge how often mails older than that are deleted
 * @param purgeBatch how many are deleted in one transaction
 */
@Validated
@ConfigurationProperties("houselights.mail")
public record MailSettings(
        @DefaultValue("no-reply@houselights.org") @EmailAddress
        String from,

        @DefaultValue("help@houselights.org") @EmailAddress String replyTo,
        @DefaultValue("1s") @NotNull Duration poll,
        @DefaultValue("100") @Positive @Max(10_000) int batch,
        @DefaultValue("8") @Positive @Max(100) int parallel,
        @DefaultValue("5s") @NotNull Duration linger,
        @DefaultValue("5m") @NotNull Duration lease,
        @DefaultValue("1m") @NotNull Duration retryFirst,
        @DefaultValue("12h") @NotNull Duration retryLongest,
        @DefaultValue("3d") @NotNull Duration giveUpAfter,
        @DefaultValue("400d") @NotNull Duration keep,
        @DefaultValue("1h") @NotNull Duration purge,
        @DefaultValue("1000") @Positive int purgeBatch) {

    /** How long to wait after this many refusals. */
    Duration retryAfter(int refusals) {
        Duration wait = retryFirst;
        for (int i = 1; i < refusals && wait.compareTo(retryLongest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(retryLongest) < 0 ? wait : retryLongest;
    }
}
