package org.houselights.testkit.broken.service;

import jakarta.annotation.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Breaks five rules: its package, its missing package-info, its name, its injected field and its own idea of time. */
final class SeatHelper {

    @Resource
    @Nullable
    String name;

    Instant soldAt() {
        return Instant.now();
    }
}
