package org.houselights.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
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

    private static Sentence reason(Mail mail) {
        if (mail.kind() == MailKind.SIGN_IN_LINK) {
            return Sentence.of("mail.sign-in-link");
        }
        return mail.status() == MailStatus.OUTDATED ? Sentence.of("mail.outdated") : Sentence.of("mail.on-its-way");
    }
}
