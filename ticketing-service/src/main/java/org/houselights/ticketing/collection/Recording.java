package org.houselights.ticketing.collection;

import java.time.Duration;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.TransientDataAccessException;

/**
 * An outcome is known to nobody else until it is recorded, so a database that is busy is asked again before the
 * attempt is left to the end of its lease.
 */
final class Recording {

    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(TransientDataAccessException.class)
            .maxRetries(3)
            .delay(Duration.ofMillis(50))
            .jitter(Duration.ofMillis(50))
            .multiplier(2)
            .build());

    void insist(Runnable record) {
        retry.invoke(record);
    }
}
