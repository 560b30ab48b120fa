package org.houselights.ticketing.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** While the provider doesn't answer, nothing new is sent to it: longer each time it fails again, over as soon as it answers. */
@Component
public class ProviderPause {

    private final Clock clock;
    private final Duration first;
    private final Duration longest;
    private Duration length = Duration.ZERO;
    private Instant end = Instant.MIN;

    ProviderPause(Clock clock, CollectionSettings settings) {
        this.clock = clock;
        this.first = settings.pauseFirst();
        this.longest = settings.pauseLongest();
    }

    /** Whether this instance sends to the provider at the moment. */
    public synchronized boolean isOver() {
        return !clock.instant().isBefore(end);
    }

    synchronized void answered() {
        length = Duration.ZERO;
        end = Instant.MIN;
    }

    /** Calls that were under way together fail together, and count as one. */
    synchronized void unanswered() {
        if (isOver()) {
            Duration doubled = length.isZero() ? first : length.multipliedBy(2);
            length = doubled.compareTo(longest) < 0 ? doubled : longest;
            end = clock.instant().plus(length);
        }
    }
}
