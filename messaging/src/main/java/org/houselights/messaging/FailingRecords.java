package org.houselights.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to a record that a consumer could not take. A database that is away is nobody's fault: the consumer waits
 * with its place kept. What can't be read goes to the dead letters at once, everything else after the last attempt.
 */
final class FailingRecords {

    private FailingRecords() {}

    static CommonErrorHandler handler(KafkaTemplate<String, byte[]> template, MessagingSettings.Consumer settings) {
        var recoverer = new DeadLetterPublishingRecoverer(
                template, (record, failure) -> new TopicPartition(record.topic() + DeadLetters.SUFFIX, -1));
        recoverer.setFailIfSendResultIsError(true);
        recoverer.setExceptionHeadersCreator((headers, failure, isKey, names) ->
                headers.add(DeadLetters.CAUSE, cause(failure).getBytes(UTF_8)));
        BackOff attempts = new FixedBackOff(settings.retry().toMillis(), settings.attempts() - 1L);
        BackOff untilItIsBack = new FixedBackOff(settings.retry().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS);
        var handler = new DefaultErrorHandler(recoverer, attempts);
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        handler.setBackOffFunction((record, failure) -> isDatabaseAway(failure) ? untilItIsBack : attempts);
        return handler;
    }

    /** A stack trace is for the log: as a header it could make a large record too large for the dead letters. */
    private static String cause(Throwable failure) {
        return failure instanceof ListenerExecutionFailedException wrapper && wrapper.getCause() != null
                ? cause(wrapper.getCause())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static boolean isDatabaseAway(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case CannotCreateTransactionException _, SQLTransientConnectionException _ -> true;
            case SQLException sql when isAway(sql.getSQLState()) -> true;
            case TransactionSystemException system when isDatabaseAway(system.getApplicationException()) -> true;
            default -> isDatabaseAway(failure.getCause());
        };
    }

    /**
     * Class 08 is a lost connection, 53 a lack of resources, 57P an intervention such as a shutdown, 58 trouble with disks,
     * 25006 a primary that became a replica (PostgreSQL, appendix A). A lock or a statement that takes too long is not
     * among them: it may be the record that takes it.
     */
    private static boolean isAway(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("58")
                        || state.equals("25006"));
    }
}
