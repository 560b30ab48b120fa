package org.houselights.ticketing.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was sold up to each day against the straight line to the goal: as numbers for a table, and as points for a drawing of
 * {@value #WIDTH} × {@value #HEIGHT} units.
 *
 * @param days from the opening to today
 * @param marks where the drawing is labelled along its foot
 * @param goalAt the height of the goal in the drawing; null without one
 */
record SalesCurve(
        List<Day> days, List<Mark> marks, @Nullable Double goalAt, String line, String area, String need) {

    static final int WIDTH = 560;
    static final int HEIGHT = 280;
    private static final double LEFT = 12;
    private static final double RIGHT = WIDTH - 12;
    private static final double TOP = 28;
    private static final double FOOT = HEIGHT - 34;

    /**
     * @param sold on this day
     * @param total up to its end
     * @param needed by its end to be on the line; null without a goal
     */
    record Day(
            LocalDate date,
            Money sold,
            Money total,
            @Nullable Money needed) {}

    /** @param anchor of its text: start, middle or end */
    record Mark(double x, LocalDate date, String anchor) {}

    private record Point(double x, double y) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
        }
    }

    /**
     * @param deadline of the goal; null without one
     * @param end of the sale
     */
    static SalesCurve of(
            List<Sale> sales,
            Instant openedAt,
            @Nullable Instant deadline,
            Instant end,
            Money goal,
            ZoneId zone,
            Instant now) {
        Instant until = now.isBefore(end) ? now : end;
        List<Day> days = days(sales, openedAt, deadline, until, goal, zone);
        long highest =
                Math.max(1, Math.max(goal.minorUnits(), days.getLast().total().minorUnits()));
        Scale scale = new Scale(openedAt, end, highest);

        List<Point> points = new ArrayList<>(List.of(scale.point(openedAt, 0)));
        days.forEach(day -> points.add(
                scale.point(earlier(endOf(day.date(), zone), until), day.total().minorUnits())));
        String line = joined(points);
        String area = "%s %s %s"
                .formatted(
                        new Point(LEFT, FOOT), line, new Point(points.getLast().x(), FOOT));
        return new SalesCurve(
                days,
                marks(openedAt, until, end, zone, scale),
                deadline == null ? null : scale.point(end, goal.minorUnits()).y(),
                line,
                area,
                deadline == null
                        ? ""
                        : joined(List.of(scale.point(openedAt, 0), scale.point(deadline, goal.minorUnits()))));
    }

    /** All of it. */
    public Money sold() {
        return days.getLast().total();
    }

    private static List<Day> days(
            List<Sale> sales, Instant openedAt, @Nullable Instant deadline, Instant until, Money goal, ZoneId zone) {
        var soldOn = sales.stream()
                .collect(Collectors.groupingBy(
                        sale -> LocalDate.ofInstant(sale.at(), zone), Collectors.summingLong(Sale::amount)));
        List<Day> days = new ArrayList<>();
        long total = 0;
        LocalDate last = LocalDate.ofInstant(until, zone);
        for (LocalDate date = LocalDate.ofInstant(openedAt, zone); !date.isAfter(last); date = date.plusDays(1)) {
            long sold = soldOn.getOrDefault(date, 0L);
            total += sold;
            days.add(new Day(
                    date,
                    new Money(sold, goal.currency()),
                    new Money(total, goal.currency()),
                    deadline == null ? null : needed(openedAt, deadline, endOf(date, zone), goal)));
        }
        return days;
    }

    private static Money needed(Instant openedAt, Instant deadline, Instant at, Money goal) {
        double share = (double) Duration.between(openedAt, at).toSeconds()
                / Math.max(1, Duration.between(openedAt, deadline).toSeconds());
        return new Money(Math.round(goal.minorUnits() * Math.clamp(share, 0, 1)), goal.currency());
    }

    private static List<Mark> marks(Instant openedAt, Instant until, Instant end, ZoneId zone, Scale scale) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(LEFT, LocalDate.ofInstant(openedAt, zone), "start"));
        double today = scale.x(until);
        if (today > LEFT + 120 && today < RIGHT - 120) {
            marks.add(new Mark(today, LocalDate.ofInstant(until, zone), "middle"));
        }
        marks.add(new Mark(RIGHT, LocalDate.ofInstant(end, zone), "end"));
        return marks;
    }

    private static Instant endOf(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String joined(List<Point> points) {
        return points.stream().map(Point::toString).collect(Collectors.joining(" "));
    }

    private record Scale(Instant from, Instant to, long highest) {

        Point point(Instant at, long money) {
            return new Point(x(at), FOOT - (FOOT - TOP) * money / highest);
        }

        double x(Instant at) {
            double share = (double) Duration.between(from, at).toSeconds()
                    / Math.max(1, Duration.between(from, to).toSeconds());
            return LEFT + (RIGHT - LEFT) * Math.clamp(share, 0, 1);
        }
    }
}
