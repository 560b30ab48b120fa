package org.houselights.notification.mail;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Deletes mails that were kept for long enough, in batches, so that no lock is held for long. */
@Service
class PurgeOldMails {

    private final Mails mails;
    private final MailSettings settings;
    private final Clock clock;

    PurgeOldMails(Mails mails, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    public void purge() {
        Instant before = clock.instant().minus(settings.keep());
        int deleted;
        do {
            deleted = mails.deleteSome(before, settings.purgeBatch());
        } while (deleted == settings.purgeBatch());
    }
}
