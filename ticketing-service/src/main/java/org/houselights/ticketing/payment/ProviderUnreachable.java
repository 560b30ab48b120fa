package org.houselights.ticketing.payment;

import java.time.Duration;
import java.util.List;
import org.houselights.web.ProblemException;
import org.houselights.web.Sentence;
import org.springframework.http.HttpStatus;

/** 503: the payment provider gave no answer; nothing that the buyer could do differently. */
public final class ProviderUnreachable extends ProblemException {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    public ProviderUnreachable() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "payment-unavailable",
                Sentence.of("payment-unavailable"),
                List.of(),
                RETRY_AFTER);
    }
}
