package org.houselights.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to the broker: one by itself, or a wave as one Kafka transaction, of which all become visible in their order, or none does. So
 * no follower of a refused event can overtake it, though hundreds are in flight together.
 */
final class Waves implements AutoCloseable {

    /** No answer, or one that says "later". It is the fault of no event in the wave. */
    static final class BrokerUnavailable extends Exception {

        private static final long serialVersionUID = 1L;

        BrokerUnavailable(Throwable cause) {
            super(describe(cause), cause);
        }
    }

    /** @param transactional fences off whoever sent waves for this database before */
    record Connections(Producer<String, byte[]> single, Producer<String, byte[]> transactional) {

        private void close() {
            single.close(Duration.ZERO);
            transactional.close(Duration.ZERO);
        }
    }

    private final Supplier<Connections> connect;
    private @Nullable Connections connections;

    Waves(Supplier<Connections> connect) {
        this.connect = connect;
    }

    /** Waits until the broker has it. @return why it is refused for what it is; empty if it was sent */
    Optional<String> send(WaitingEvent event) throws BrokerUnavailable, InterruptedException {
        try {
            open().single().send(event.toRecord()).get();
            return Optional.empty();
        } catch (ExecutionException e) {
            close();
            Throwable answer = Objects.requireNonNull(e.getCause());
            if (isOfTheEvent(answer)) {
                return Optional.of(describe(answer));
            }
            throw new BrokerUnavailable(answer);
        } catch (KafkaException e) {
            close();
            throw new BrokerUnavailable(e);
        }
    }

    /** @return false if one of them is refused for what it is, so that none of the wave was sent */
    boolean send(List<WaitingEvent> events) throws BrokerUnavailable {
        List<Future<?>> answers = new ArrayList<>(events.size());
        try {
            Producer<String, byte[]> open = open().transactional();
            open.beginTransaction();
            for (WaitingEvent event : events) {
                answers.add(open.send(event.toRecord()));
            }
            open.commitTransaction();
            return true;
        } catch (KafkaException e) {
            boolean refused = isOneRefused(answers);
            close();
            if (!refused) {
                throw new BrokerUnavailable(e);
            }
            return false;
        }
    }

    /** Only the answer for an event accuses it: a transaction may also fail for reasons of its own. */
    private static boolean isOneRefused(List<Future<?>> answers) {
        return answers.stream()
                .filter(answer -> answer.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .anyMatch(Waves::isOfTheEvent);
    }

    /**
     * Wrong rights or credentials are mended by an operator and everything waits for it; the end of a transaction is told
     * to every event in it. What is not known here counts as the event's, so that nothing unknown stops everything.
     */
    private static boolean isOfTheEvent(Throwable failure) {
        return switch (failure) {
            case RetriableException _,
                    ApplicationRecoverableException _,
                    AuthenticationException _,
                    AuthorizationException _,
                    InvalidTxnStateException _,
                    OutOfOrderSequenceException _,
                    TransactionAbortableException _,
                    TransactionAbortedException _ -> false;
            case ApiException _ -> true;
            default -> false;
        };
    }

    private static String describe(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Before anything is sent, a transaction that somebody left open is aborted: it would hide whatever comes after it. */
    private Connections open() {
        Connections open = connections;
        if (open == null) {
            open = connect.get();
            connections = open;
            open.transactional().initTransactions();
        }
        return open;
    }

    /** A producer that failed is not mended but replaced. */
    @Override
    public void close() {
        Connections open = connections;
        connections = null;
        if (open != null) {
            open.close();
        }
    }
}
