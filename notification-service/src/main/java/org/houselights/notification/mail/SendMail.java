package org.houselights.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.houselights.notification.mail.MailKind.Holds;
import org.houselights.notification.mail.Refusal.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes and sends one mail, and puts off or ends one that isn't accepted. */
@Component
class SendMail {

    /** What became of it. */
    sealed interface Result {

        /** The mail server has it, and its row is still to be closed. */
        record Accepted(Mail mail, String subjectLine) implements Result {}

        /** It is not sent now, and its row says why. */
        record NotSent() implements Result {}

        /** No mail goes out at the moment. This one is put off. */
        record ServerAway(Refusal refusal) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(SendMail.class);

    private final Mails mails;
    private final ComposeMessage compose;
    private final MailSettings settings;
    private final Clock clock;

    SendMail(Mails mails, ComposeMessage compose, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.compose = compose;
        this.settings = settings;
        this.clock = clock;
    }

    public Result send(Mail mail, MailServer.Line line) {
        Instant now = clock.instant();
        if (now.isAfter(mail.dueAt())) {
            // The lease ended while the mail stood in the queue; somebody else has it.
            return new Result.NotSent();
        }
        if (mail.isOfNoUseAt(now)) {
            return end(mail, MailStatus.OUTDATED, "Its time was over before it could be sent.");
        }
        if (mail.attempts() > 1 && mail.kind().holds() != Holds.FOR_GOOD && mails.isOvertaken(mail)) {
            return end(mail, MailStatus.OUTDATED, "Something newer was told before it could be sent.");
        }
        return write(mail, line, now);
    }

    private Result write(Mail mail, MailServer.Line line, Instant now) {
        MimeMessage message;
        String subject;
        try {
            message = compose.message(mail, now);
            subject = message.getSubject();
        } catch (MessagingException | RuntimeException e) {
            log.error(
                    "Mail {} of kind {} could not be written: {}",
                    mail.id(),
                    mail.kind(),
                    e.getClass().getSimpleName());
            return end(mail, MailStatus.FAILED, Trouble.NOT_WRITTEN_WORDS + e.getMessage());
        }
        try {
            line.send(message);
            return new Result.Accepted(mail, subject);
        } catch (Refusal refusal) {
            log.warn("Mail {} of kind {} was not taken: {}", mail.id(), mail.kind(), refusal.remedy());
            return bow(mail, refusal);
        }
    }

    private Result bow(Mail mail, Refusal refusal) {
        switch (refusal.remedy()) {
            case GIVE_UP -> mails.end(mail, MailStatus.FAILED, refusal.words());
            case TRY_LATER -> putOff(mail, mail.refusals() + 1, refusal);
            case WAIT_FOR_THE_SERVER -> {
                waitForTheServer(mail, refusal);
                return new Result.ServerAway(refusal);
            }
        }
        return new Result.NotSent();
    }

    /** Puts it off without counting that against it. */
    public void waitForTheServer(Mail mail, Refusal refusal) {
        putOff(mail, mail.refusals(), refusal);
    }

    private void putOff(Mail mail, int refusals, Refusal refusal) {
        Duration wait =
                refusal.remedy() == Remedy.WAIT_FOR_THE_SERVER ? settings.retryFirst() : settings.retryAfter(refusals);
        Instant until = clock.instant().plus(wait);
        if (until.isAfter(mail.giveUpAt())) {
            mails.end(mail, MailStatus.FAILED, "Given up. The last answer was: " + refusal.words());
        } else {
            mails.putOff(mail, until, refusals, refusal.words());
        }
    }

    private Result end(Mail mail, MailStatus status, String why) {
        mails.end(mail, status, why);
        return new Result.NotSent();
    }
}
