package org.houselights.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.web.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a mail again because an operator asks for it. */
@Service
class ResendMail {

    private final Mails mails;
    private final MailSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    ResendMail(Mails mails, MailSettings settings, Clock clock, ApplicationEventPublisher publisher) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
        this.publisher = publisher;
    }

    @Transactional
    public Mail resend(UUID id) {
        Mail mail = mails.find(id).orElseThrow(() -> Problems.notFound("mail"));
        Instant now = clock.instant();
        if (!mails.sendAgain(id, now, now.plus(settings.giveUpAfter()))) {
            throw Problems.conflict("mail-not-resendable", reason(mail));
        }
        publisher.publishEvent(new MailsWritten());
        return mails.find(id).orElseThrow(() -> Problems.notFound("mail"));
    }

    private static String reason(Mail mail) {
        if (mail.kind() == MailKind.SIGN_IN_LINK) {
            return "A sign-in link is sent once; the person can ask for a new one.";
        }
        return mail.status() == MailStatus.OUTDATED
                ? "This mail is no longer true, so nobody may get it."
                : "This mail is on its way already.";
    }
}
