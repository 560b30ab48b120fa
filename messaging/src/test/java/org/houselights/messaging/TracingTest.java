package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TracingTest extends MessagingTest {

    @Autowired
    private ObservationRegistry observations;

    @Autowired
    private Tracer tracer;

    @Test
    void a_consumer_works_in_the_trace_of_the_transaction_that_appended_the_event() {
        String key = newKey();
        String trace = Objects.requireNonNull(
                Observation.createNotStarted("request", observations).observe(() -> {
                    commit(Noted.note(key, 1));
                    Span span = Objects.requireNonNull(tracer.currentSpan());
                    return span.context().traceId();
                }));

        await().untilAsserted(() -> assertThat(reader.traceOf(key)).contains(trace));
    }
}
