package org.houselights.ticketing.boxoffice;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.houselights.web.Money;

/**
 * All takings in one currency.
 *
 * @param bars what each month kept, from the first to the last that took anything, as a drawing of {@value #WIDTH} × {@value #HEIGHT}
 *     units
 */
record Books(Currency currency, List<Taking> takings, int tickets, Money charged, Money refunded, List<Bar> bars) {

    static final int WIDTH = 560;
    static final int HEIGHT = 220;
    private static final double LEFT = 12;
    private static final double TOP = 16;
    private static final double FOOT = HEIGHT - 34;
    private static final int MOST_BARS = 24;
    private static final int MOST_LABELS = 6;

    /** @param labelled whether there is room for its name below */
    record Bar(YearMonth month, Money kept, double x, double y, double width, double height, boolean labelled) {}

    /** Those of each currency apart. */
    static List<Books> of(List<Taking> takings) {
        return takings.stream()
                .collect(Collectors.groupingBy(taking -> taking.charged().currency()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(each -> each.getKey().getCurrencyCode()))
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Books of(Currency currency, List<Taking> takings) {
        Money nothing = Money.zero(currency);
        return new Books(
                currency,
                takings,
                takings.stream().mapToInt(Taking::tickets).sum(),
                takings.stream().map(Taking::charged).reduce(nothing, Money::plus),
                takings.stream().map(Taking::refunded).reduce(nothing, Money::plus),
                bars(takings, nothing));
    }

    public Money kept() {
        return charged.minus(refunded);
    }

    private static List<Bar> bars(List<Taking> takings, Money nothing) {
        TreeMap<YearMonth, Money> kept =
                new TreeMap<>(takings.stream().collect(Collectors.toMap(Taking::month, Taking::kept, Money::plus)));
        List<YearMonth> months = months(kept);
        long highest = Math.max(
                1, kept.values().stream().mapToLong(Money::minorUnits).max().orElse(0));
        double step = (WIDTH - 2 * LEFT) / Math.max(6, months.size());
        int everyNth = Math.ceilDiv(months.size(), MOST_LABELS);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Money money = kept.getOrDefault(months.get(i), nothing);
            double height = (FOOT - TOP) * money.minorUnits() / highest;
            bars.add(new Bar(
                    months.get(i),
                    money,
                    LEFT + i * step + 0.15 * step,
                    FOOT - height,
                    0.7 * step,
                    height,
                    i % everyNth == 0));
        }
        return bars;
    }

    /** Without gaps; the latest, where there are too many. */
    private static List<YearMonth> months(TreeMap<YearMonth, Money> kept) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = kept.firstKey(); !month.isAfter(kept.lastKey()); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months.subList(Math.max(0, months.size() - MOST_BARS), months.size());
    }
}
