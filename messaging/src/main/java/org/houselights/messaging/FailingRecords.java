package org.houselights.messaging;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.TransactionException;
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
        BackOff attempts = new FixedBackOff(settings.retry().toMillis(), settings.attempts() - 1L);
        BackOff untilItIsBack = new FixedBackOff(settings.retry().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS);
        var handler = new DefaultErrorHandler(recoverer, attempts);
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        handler.setBackOffFunction((record, failure) -> isDatabaseTrouble(failure) ? untilItIsBack : attempts);
        return handler;
    }

    private static boolean isDatabaseTrouble(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException
                    || cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql && isConnectionTrouble(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 is a lost connection, 53 a lack of resources, 57P an intervention such as a shutdown (PostgreSQL, appendix A). */
    private static boolean isConnectionTrouble(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
