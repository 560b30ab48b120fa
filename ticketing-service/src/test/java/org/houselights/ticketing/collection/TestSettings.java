package org.houselights.ticketing.collection;

import java.time.Duration;

/** Settings for tests that don't want to wait. */
final class TestSettings {

    private TestSettings() {}

    static CollectionSettings quick() {
        return pausing(Duration.ofMillis(50), Duration.ofMillis(200));
    }

    static CollectionSettings pausing(Duration first, Duration longest) {
        return new CollectionSettings(
                Duration.ofMillis(20),
                4,
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                2,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                first,
                longest);
    }
}
