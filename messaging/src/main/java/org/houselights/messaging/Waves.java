package org.houselights.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a wave of events as one Kafka transaction: all of them become visible in their order, or none does. So no
 * follower of a refused event can overtake it, though hundreds are in flight together.
 */
final class Waves implements AutoCloseable {

    /** What became of a wave. */
    sealed interface Outcome {
        /** All are with the broker. */
        record Accepted() implements Outcome {}

        /** The broker or the client refuses an event for what it is; trying again at once won't help. */
        record Refused(String cause) implements Outcome {}

        /** No answer, or one that says "later". It is nobody's fault in the wave. */
        record Unavailable(String cause) implements Outcome {}
    }

    private final Supplier<Producer<String, byte[]>> connect;
    private @Nullable Producer<String, byte[]> producer;

    Waves(Supplier<Producer<String, byte[]>> connect) {
        this.connect = connect;
    }

    Outcome send(List<WaitingEvent> events) {
        try {
            Producer<String, byte[]> open = open();
            open.beginTransaction();
            List<Future<?>> answers =
                    events.stream().<Future<?>>map(event -> sent(open, event)).toList();
            try {
                open.commitTransaction();
                return new Outcome.Accepted();
            } catch (KafkaException e) {
                close();
                return outcome(cause(answers).orElse(e));
            }
        } catch (KafkaException e) {
            close();
            return outcome(e);
        }
    }

    /** A record that is refused before it leaves this process answers in its future too, as the broker's refusals do. */
    private static Future<?> sent(Producer<String, byte[]> producer, WaitingEvent event) {
        try {
            return producer.send(event.toRecord());
        } catch (SerializationException | InvalidTopicException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The failure that spoiled the others: they only report that their transaction was aborted. */
    private static Optional<Throwable> cause(List<Future<?>> answers) {
        return answers.stream()
                .filter(Future::isDone)
                .flatMap(answer -> failure(answer).stream())
                .filter(failure -> !(failure instanceof TransactionAbortedException))
                .findFirst();
    }

    private static Optional<Throwable> failure(Future<?> done) {
        try {
            done.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }

    private static Outcome outcome(Throwable failure) {
        String cause = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return isOfTheEvent(failure) ? new Outcome.Refused(cause) : new Outcome.Unavailable(cause);
    }

    /** Wrong rights or credentials are no event's fault: they are mended by an operator and everything waits for it. */
    private static boolean isOfTheEvent(Throwable failure) {
        return switch (failure) {
            case RetriableException e -> false;
            case ApplicationRecoverableException e -> false;
            case AuthenticationException e -> false;
            case AuthorizationException e -> false;
            case InterruptException e -> false;
            case SerializationException e -> true;
            case ApiException e -> true;
            default -> false;
        };
    }

    private Producer<String, byte[]> open() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = connect.get();
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    /** A producer whose transaction failed is not mended but replaced: the next one's start aborts what was left open. */
    @Override
    public void close() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
