package org.houselights.local;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again for what is on its way, as somebody does who waits for a mail. */
public final class Looks {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Looks() {}

    /** What was seen; nothing if it wasn't there within the time given. */
    public static <T> Optional<T> within(Duration patience, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen;
            }
            pause();
        }
        return Optional.empty();
    }

    /** Whether it became so within the time given. */
    public static boolean until(Duration patience, BooleanSupplier so) {
        return within(patience, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
