package org.houselights.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Sends waves of events to the broker, those of a key in their order. The first that isn't taken ends its wave: nothing that comes after it in
 * its partition is sent, so no follower overtakes it, though hundreds are on their way together.
 */
final class Waves implements AutoCloseable {

    /**
     * How far a wave came.
     *
     * @param taken what the broker has; of each key the first
     * @param failure why it doesn't have the others; null if it has all
     */
    record Outcome(List<WaitingEvent> taken, @Nullable Throwable failure) {

        boolean isWhole() {
            return failure == null;
        }

        /** Whether an event was refused for what it is: a broker that is away is the fault of none. */
        boolean isRefusal() {
            return failure != null && isOfTheEvent(failure);
        }

        String cause() {
            return failure == null ? "" : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        }
    }

    private final Supplier<Producer<String, byte[]>> connect;
    private @Nullable Producer<String, byte[]> producer;

    /**
     * @param connect makes producers that have one request to a broker on its way at a time, and collect records until they are told to flush
     */
    Waves(Supplier<Producer<String, byte[]>> connect) {
        this.connect = connect;
    }

    /** Waits until the broker has answered for all of them. */
    Outcome send(List<WaitingEvent> events) {
        List<Future<?>> answers = new ArrayList<>(events.size());
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try {
            Producer<String, byte[]> open = open();
            for (WaitingEvent event : events) {
                answers.add(open.send(event.toRecord(), (_, refusal) -> {
                    if (refusal != null && failure.compareAndSet(null, refusal)) {
                        end(open);
                    }
                }));
            }
            open.flush();
        } catch (KafkaException | IllegalStateException e) { // the latter by a producer that has ended meanwhile
            failure.compareAndSet(null, e);
        }
        if (failure.get() == null) {
            return new Outcome(events, null);
        }
        close();
        return new Outcome(taken(events, answers), accusation(answers).orElse(failure.get()));
    }

    /**
     * At once: nothing more is sent, not even what waits in the producer already. From within a callback, in the producer's own thread, that comes
     * before its next request, and there is one on its way at a time.
     */
    private static void end(Producer<?, ?> producer) {
        producer.close(Duration.ZERO);
    }

    private static List<WaitingEvent> taken(List<WaitingEvent> events, List<Future<?>> answers) {
        return IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).state() == Future.State.SUCCESS)
                .mapToObj(events::get)
                .toList();
    }

    /** Of records that were refused together the first may hear of it before the one that is to blame. */
    private static Optional<Throwable> accusation(List<Future<?>> answers) {
        return answers.stream()
                .filter(answer -> answer.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .filter(Waves::isOfTheEvent)
                .findFirst();
    }

    /**
     * Wrong rights or credentials are mended by an operator and everything waits for it; that a producer was ended is told to every event that it
     * had. What is not known here counts as the event's, so that nothing unknown stops everything.
     */
    private static boolean isOfTheEvent(Throwable failure) {
        return switch (failure) {
            case RetriableException _,
                    ApplicationRecoverableException _,
                    AuthenticationException _,
                    AuthorizationException _,
                    OutOfOrderSequenceException _ -> false;
            case ApiException _ -> true;
            default -> false;
        };
    }

    private Producer<String, byte[]> open() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = connect.get();
            producer = open;
        }
        return open;
    }

    /** A producer that failed is not mended but replaced. */
    @Override
    public void close() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            end(open);
        }
    }
}
