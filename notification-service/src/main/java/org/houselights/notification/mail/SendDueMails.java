package org.houselights.notification.mail;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * Sends what is due. Any number of instances may do so at once: each takes its own mails for the length of a lease, and
 * what one of them leaves behind falls to the others.
 */
@Service
class SendDueMails {

    private final Mails mails;
    private final SendMail send;
    private final MailServer server;
    private final MailSettings settings;
    private final Clock clock;
    private final Set<MailRoom> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    SendDueMails(Mails mails, SendMail send, MailServer server, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.send = send;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when nothing is due any more and all that was taken is settled. */
    public void sendDue() {
        try (MailRoom room = new MailRoom(mails, send, server, settings, clock)) {
            open.add(room);
            try {
                takeAll(room);
            } finally {
                open.remove(room);
            }
        }
    }

    private void takeAll(MailRoom room) {
        boolean more = true;
        while (more && !stopped) {
            List<Mail> batch = mails.take(settings.batch(), clock.instant(), settings.lease());
            room.handOut(batch);
            more = !batch.isEmpty() || room.awaitNews();
        }
    }

    /** Something more may be due: a mail was written. */
    void lookAgain() {
        open.forEach(MailRoom::ring);
    }

    /** Takes no more; what was taken is still sent. */
    void stop() {
        stopped = true;
        lookAgain();
    }
}
