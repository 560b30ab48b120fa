package org.houselights.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.houselights.notification.mail.SendMail.Result;
import org.houselights.notification.mail.SendMail.Result.Accepted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Where mails that were taken are worked on. Several clerks write and send, each over a connection of their own that is kept
 * from mail to mail, and one closes the rows of what the mail server has accepted: all of them at once that have come
 * together since the last commit. Nobody waits for the slowest of the others.
 */
final class MailRoom implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailRoom.class);

    private final Mails mails;
    private final SendMail send;
    private final MailServer server;
    private final MailSettings settings;
    private final Clock clock;

    private final BlockingQueue<Mail> toSend;
    /** Short, because a crash sends again what stands in it. */
    private final BlockingQueue<Accepted> toClose;

    private final ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor();
    private final RetryTemplate insist = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(10)
            .delay(Duration.ofMillis(100))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(5))
            .build());

    private final Lock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Set<UUID> inHand = new HashSet<>();
    private boolean news;

    MailRoom(Mails mails, SendMail send, MailServer server, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.send = send;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
        this.toSend = new ArrayBlockingQueue<>(settings.batch());
        this.toClose = new ArrayBlockingQueue<>(settings.parallel());
        for (int i = 0; i < settings.parallel(); i++) {
            clerks.execute(this::sendAll);
        }
        clerks.execute(this::closeAll);
    }

    /** Waits while so many stand there that the last of them would wait for long. */
    void handOut(List<Mail> batch) {
        change(() -> batch.forEach(mail -> inHand.add(mail.id())), false);
        try {
            for (Mail mail : batch) {
                toSend.put(mail);
            }
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    /** Something more may be due. */
    void ring() {
        change(() -> {}, true);
    }

    /**
     * What was handed out and isn't settled. Its lease may be over all the same, where time has jumped: a machine slept, or its
     * clock was set. Another instance can't know of it, but this one needn't send it twice.
     */
    Collection<UUID> inHand() {
        lock.lock();
        try {
            return List.copyOf(inHand);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something more may be due: because a mail was written, or because one was settled for which a later one to
     * the same reader has waited.
     *
     * @return false if nothing happens any more that could make it so
     */
    boolean awaitNews() {
        lock.lock();
        try {
            boolean inTime = true;
            long patience = settings.linger().toNanos();
            while (!news && (!inHand.isEmpty() || inTime)) {
                if (!inHand.isEmpty()) {
                    change.await();
                } else {
                    patience = change.awaitNanos(patience);
                    inTime = patience > 0;
                }
            }
            boolean heard = news;
            news = false;
            return heard;
        } catch (InterruptedException e) {
            throw stopped();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable inHands, boolean heard) {
        lock.lock();
        try {
            inHands.run();
            news |= heard;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void settled(List<Mail> mails) {
        change(() -> mails.forEach(mail -> inHand.remove(mail.id())), true);
    }

    private void sendAll() {
        try (MailServer.Line line = server.line()) {
            while (true) {
                Mail mail = toSend.poll(settings.linger().toNanos(), TimeUnit.NANOSECONDS);
                if (mail == null) {
                    // A mail server has better use for a connection than to wait with us.
                    line.hangUp();
                    mail = toSend.take();
                }
                work(mail, line);
            }
        } catch (InterruptedException e) {
            // The room is closed, and nothing is in hand.
        }
    }

    private void work(Mail mail, MailServer.Line line) throws InterruptedException {
        Result result;
        try {
            result = send.send(mail, line);
        } catch (RuntimeException e) {
            // The database is away. What isn't settled is due again when its lease is over.
            log.warn("A mail was left to the end of its lease: {}", e.getClass().getSimpleName());
            result = new Result.NotSent();
        }
        switch (result) {
            case Accepted accepted -> toClose.put(accepted);
            case Result.NotSent() -> settled(List.of(mail));
            case Result.ServerAway(Refusal refusal) -> {
                settled(List.of(mail));
                putAllOff(refusal);
            }
        }
    }

    private void putAllOff(Refusal refusal) {
        for (Mail next = toSend.poll(); next != null; next = toSend.poll()) {
            try {
                send.waitForTheServer(next, refusal);
            } catch (RuntimeException e) {
                log.warn(
                        "A mail was left to the end of its lease: {}",
                        e.getClass().getSimpleName());
            }
            settled(List.of(next));
        }
    }

    private void closeAll() {
        try {
            while (true) {
                List<Accepted> group = new ArrayList<>();
                group.add(toClose.take());
                toClose.drainTo(group);
                close(group);
                settled(group.stream().map(Accepted::mail).toList());
            }
        } catch (InterruptedException e) {
            // The room is closed, and nothing is in hand.
        }
    }

    /** Until this is done, nobody else knows that these were sent; while the database is away, no more are. */
    private void close(List<Accepted> group) {
        try {
            insist.invoke(() -> mails.close(group, clock.instant()));
        } catch (RuntimeException e) {
            log.error(
                    "{} mails were sent and will be sent again: {}",
                    group.size(),
                    e.getClass().getSimpleName());
        }
    }

    private static IllegalStateException stopped() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The sending of mail was interrupted");
    }

    /** Lets what is in hand end. */
    @Override
    public void close() {
        lock.lock();
        try {
            while (!inHand.isEmpty()) {
                change.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        clerks.shutdownNow();
        clerks.close();
    }
}
