package org.houselights.ticketing.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the goal.
 *
 * @param percent of the goal
 * @param reachedAt when it was first sold; null while it isn't
 */
record Milestone(int percent, @Nullable Instant reachedAt) {

    static List<Milestone> of(List<Sale> sales, long goal) {
        return IntStream.of(25, 50, 75, 90, 100)
                .mapToObj(percent -> new Milestone(percent, reached(sales, goal, percent)))
                .toList();
    }

    private static @Nullable Instant reached(List<Sale> sales, long goal, int percent) {
        long sold = 0;
        for (Sale sale : sales) {
            sold += sale.amount();
            if (100 * sold >= percent * goal) {
                return sale.at();
            }
        }
        return null;
    }
}
