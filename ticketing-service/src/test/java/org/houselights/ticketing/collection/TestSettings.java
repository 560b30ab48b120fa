package org.houselights.ticketing.collection;

import java.time.Duration;

/** Settings for tests that don't want to wait. */
final class TestSettings {

    private TestSettings() {}

    static CollectionSettings quick() {
        return settings(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(200));
    }

    static CollectionSettings pausing(Duration first, Duration longest) {
        return settings(Duration.ofMillis(200), Duration.ofSeconds(1), first, longest);
    }

    /** The provider may take its time, the buyer won't. */
    static CollectionSettings impatientBuyers(Duration patience) {
        return settings(Duration.ofMinutes(1), patience, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    private static CollectionSettings settings(
            Duration callTimeout, Duration buyerPatience, Duration pauseFirst, Duration pauseLongest) {
        return new CollectionSettings(
                Duration.ofMillis(20),
                4,
                callTimeout,
                buyerPatience,
                2,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                pauseFirst,
                pauseLongest);
    }
}
