package org.houselights.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.houselights.notification.mail.MailKind.Holds;
import org.houselights.notification.mail.Refusal.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sends what is due. Any number of instances may do so at once: each takes its own batch for the length of a lease, and
 * what one of them leaves behind falls to the others.
 */
@Service
class SendDueMails {

    private static final Logger log = LoggerFactory.getLogger(SendDueMails.class);

    private final Mails mails;
    private final ComposeMessage compose;
    private final MailServer server;
    private final MailSettings settings;
    private final Clock clock;

    SendDueMails(Mails mails, ComposeMessage compose, MailServer server, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.compose = compose;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a batch and sends it; returns false if nothing was due. */
    public boolean sendDue() {
        List<Mail> batch = mails.take(settings.batch(), clock.instant(), settings.lease());
        send(batch);
        return !batch.isEmpty();
    }

    private void send(List<Mail> batch) {
        Queue<Mail> queue = new ConcurrentLinkedQueue<>(batch);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(settings.parallel(), batch.size()); i++) {
                senders.execute(() -> sendAll(queue));
            }
        }
    }

    private void sendAll(Queue<Mail> queue) {
        try (MailServer.Line line = server.line()) {
            for (Mail mail = queue.poll(); mail != null; mail = queue.poll()) {
                send(mail, line, queue);
            }
        } catch (RuntimeException e) {
            // The database is away. What this batch didn't close is due again when its lease is over.
            log.warn("Sending mail stopped: {}", e.getClass().getSimpleName());
        }
    }

    private void send(Mail mail, MailServer.Line line, Queue<Mail> queue) {
        Instant now = clock.instant();
        if (now.isAfter(mail.dueAt())) {
            // The lease ended while the mail stood in the queue; somebody else has it.
            return;
        }
        if (mail.isOfNoUseAt(now)) {
            mails.end(mail, MailStatus.OUTDATED, "Its time was over before it could be sent.");
        } else if (mail.attempts() > 1 && mail.kind().holds() != Holds.FOR_GOOD && mails.isOvertaken(mail)) {
            mails.end(mail, MailStatus.OUTDATED, "Something newer was told before it could be sent.");
        } else {
            compose(mail, line, queue, now);
        }
    }

    private void compose(Mail mail, MailServer.Line line, Queue<Mail> queue, Instant now) {
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
            mails.end(mail, MailStatus.FAILED, Trouble.NOT_WRITTEN_WORDS + e.getMessage());
            return;
        }
        try {
            line.send(message);
            mails.close(mail, subject, clock.instant());
        } catch (Refusal refusal) {
            log.warn("Mail {} of kind {} was not taken: {}", mail.id(), mail.kind(), refusal.remedy());
            switch (refusal.remedy()) {
                case GIVE_UP -> mails.end(mail, MailStatus.FAILED, refusal.words());
                case TRY_LATER -> putOff(mail, mail.refusals() + 1, refusal);
                case WAIT_FOR_THE_SERVER -> {
                    putOff(mail, mail.refusals(), refusal);
                    for (Mail next = queue.poll(); next != null; next = queue.poll()) {
                        putOff(next, next.refusals(), refusal);
                    }
                }
            }
        }
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
}
