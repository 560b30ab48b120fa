package org.houselights.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that people are owed mails, once each; a sender takes them from there. */
@Service
public class WriteMails {

    private final Mails mails;
    private final MailSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    WriteMails(Mails mails, MailSettings settings, Clock clock, ApplicationEventPublisher publisher) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** In the transaction of the event. Which of them are new is decided by the unique key alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Notice> notices) {
        Instant now = clock.instant();
        // Mails that old are no longer remembered, so whether this one was sent can't be known.
        Instant memory = now.minus(settings.keep());
        List<Notice> owed = notices.stream()
                .filter(notice -> notice.happenedAt().isAfter(memory))
                .toList();
        if (!owed.isEmpty()) {
            mails.add(owed, now, now.plus(settings.giveUpAfter()));
            publisher.publishEvent(new MailsWritten());
        }
    }
}
