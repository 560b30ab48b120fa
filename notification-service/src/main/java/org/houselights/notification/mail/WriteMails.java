package org.houselights.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    /**
     * In the transaction of the event, at its end and together with all else that is owed by then. Which of them are new is
     * decided by the unique key alone.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Notice> notices) {
        // Mails that old are no longer remembered, so whether this one was sent can't be known.
        Instant memory = clock.instant().minus(settings.keep());
        List<Notice> remembered = notices.stream()
                .filter(notice -> notice.happenedAt().isAfter(memory))
                .toList();
        if (!remembered.isEmpty()) {
            owed().notices.addAll(remembered);
        }
    }

    private Owed owed() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Owed.class::isInstance)
                .map(Owed.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Owed first = new Owed();
                    TransactionSynchronizationManager.registerSynchronization(first);
                    publisher.publishEvent(new MailsWritten());
                    return first;
                });
    }

    /** What one transaction has come to owe. */
    private final class Owed implements TransactionSynchronization {

        private final List<Notice> notices = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            Instant now = clock.instant();
            mails.add(notices, now, now.plus(settings.giveUpAfter()));
        }
    }
}
