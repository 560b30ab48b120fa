package org.houselights.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something measured several times.
 *
 * @param values one of each round
 * @param goal what is to be reached; null for what is only shown
 */
record Figure(
        String name,
        List<Double> values,
        String unit,
        @Nullable Goal goal) {

    /** @param atLeast whether more is better */
    record Goal(double value, boolean atLeast) {

        static Goal atLeast(double value) {
            return new Goal(value, true);
        }

        static Goal atMost(double value) {
            return new Goal(value, false);
        }

        boolean isMetBy(double measured) {
            return atLeast ? measured >= value : measured <= value;
        }
    }

    Figure {
        values = List.copyOf(values);
    }

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least() {
        return sorted()[0];
    }

    double most() {
        return sorted()[values.size() - 1];
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    boolean isMet() {
        return goal == null || goal.isMetBy(median());
    }

    /** One line of the table. */
    String line() {
        String verdict = goal == null
                ? ""
                : "%s %s: %s"
                        .formatted(
                                goal.atLeast() ? "at least" : "at most",
                                number(goal.value()),
                                isMet() ? "met" : "NOT MET");
        return "%-66s %12s %-5s (%s to %s)  %s"
                .formatted(name, number(median()), unit, number(least()), number(most()), verdict)
                .stripTrailing();
    }

    static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Ratios round by round: what was measured next to each other is compared with each other. */
    static List<Double> ratios(List<Double> values, List<Double> limits) {
        Double[] ratios = new Double[values.size()];
        Arrays.setAll(ratios, i -> values.get(i) / limits.get(i));
        return List.of(ratios);
    }
}
