package org.houselights.notification.mail;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends at once after every commit that wrote a mail; looks at the table now and then for what other ways brought there. */
@Component
class SendingLoop implements SchedulingConfigurer, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SendingLoop.class);

    private final SendDueMails send;
    private final PurgeOldMails purge;
    private final MailSettings settings;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("mail-sender").factory());

    SendingLoop(SendDueMails send, PurgeOldMails purge, MailSettings settings) {
        this.send = send;
        this.purge = purge;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::wake, settings.poll());
        tasks.addFixedDelayTask(purge::purge, settings.purge());
    }

    @TransactionalEventListener
    void on(MailsWritten written) {
        wake();
    }

    private void wake() {
        send.lookAgain();
        if (called.compareAndSet(false, true)) {
            sender.execute(this::run);
        }
    }

    private void run() {
        called.set(false);
        try {
            send.sendDue();
        } catch (RuntimeException e) {
            log.warn("Mail can't be read from the database: {}", e.getClass().getSimpleName());
        }
    }

    /** Lets what is in hand end, so that a stop leaves no mail to its lease. */
    @Override
    public void close() {
        send.stop();
        sender.close();
    }
}
