package org.houselights.notification.mail;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
    private final Lock oneAtATime = new ReentrantLock();
    private volatile @Nullable MailRoom open;
    private volatile boolean stopped;

    SendDueMails(Mails mails, SendMail send, MailServer server, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.send = send;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when nothing is due any more and all that was taken is settled; one call after the other. */
    public void sendDue() {
        oneAtATime.lock();
        try (MailRoom room = new MailRoom(mails, send, server, settings, clock)) {
            open = room;
            takeAll(room);
        } finally {
            open = null;
            oneAtATime.unlock();
        }
    }

    private void takeAll(MailRoom room) {
        boolean more = true;
        while (more && !stopped) {
            List<Mail> batch = mails.take(settings.batch(), clock.instant(), settings.lease(), room.inHand());
            room.handOut(batch);
            more = !batch.isEmpty() || room.awaitNews();
        }
    }

    /** Something more may be due: a mail was written. */
    void lookAgain() {
        MailRoom room = open;
        if (room != null) {
            room.ring();
        }
    }

    /** Takes no more; what was taken is still sent. */
    void stop() {
        stopped = true;
        lookAgain();
    }
}
