package org.houselights.screening.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.houselights.web.Money;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How many tickets have to be sold, and why, line by line.
 *
 * @param tickets the threshold
 * @param breakEven how many tickets pay for the screening; the threshold is this or what the host raised it to
 */
public record ThresholdExplanation(int tickets, int breakEven, List<Line> lines) {

    public ThresholdExplanation {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the calculation.
     *
     * @param label a key that pages translate
     * @param amount rounded to the minor unit where the calculation has a finer figure; none where the line is no amount of money
     * @param figures what the formula speaks of, in its order and finer than money is
     */
    @JsonIgnoreProperties(value = "formula", allowGetters = true)
    public record Line(Label label, @Nullable Money amount, List<String> figures) {

        public Line {
            figures = List.copyOf(figures);
        }

        /** How the exact figure comes about. */
        @JsonProperty
        public Sentence formula() {
            Object[] given = figures.toArray();
            return switch (label) {
                case VENUE_HIRE, LICENCE_MINIMUM, FIXED_COSTS, PRICE -> Sentence.of("formula.given", given);
                case TO_COVER -> Sentence.of("formula.to-cover", given);
                case SALES_TAX -> Sentence.of("formula.sales-tax", given);
                case NET_PRICE -> Sentence.of("formula.net-price", given);
                case TICKET_COSTS -> Sentence.of("formula.ticket-costs", given);
                case HOST_SHARE -> Sentence.of("formula.host-share", given);
                case LEFT_OF_EACH_TICKET -> Sentence.of("formula.left-of-each-ticket", given);
                case BREAK_EVEN -> Sentence.of("formula.break-even", given);
                case RAISED_BY_HOST -> Sentence.of("formula.raised-by-host", given);
            };
        }
    }

    /** What the lines are about, in their order. */
    public enum Label {
        VENUE_HIRE,
        LICENCE_MINIMUM,
        FIXED_COSTS,
        TO_COVER,
        PRICE,
        SALES_TAX,
        NET_PRICE,
        TICKET_COSTS,
        HOST_SHARE,
        LEFT_OF_EACH_TICKET,
        BREAK_EVEN,
        RAISED_BY_HOST
    }

    /** @param breakEven as {@link ThresholdFigures#tickets()} gave it, found to be no more than the house has */
    static ThresholdExplanation of(ThresholdFigures figures, int breakEven, @Nullable Integer raisedTo) {
        Writer writer = new Writer(figures.currency());
        BigDecimal price = BigDecimal.valueOf(figures.price().minorUnits());
        BigDecimal net = figures.netPrice();
        writer.given(Label.VENUE_HIRE, figures.venueHire());
        writer.given(Label.LICENCE_MINIMUM, figures.licenceMinimum());
        writer.given(Label.FIXED_COSTS, figures.fixedCosts());
        writer.line(
                Label.TO_COVER,
                BigDecimal.valueOf(figures.toCover().minorUnits()),
                figures.venueHire(),
                figures.licenceMinimum(),
                figures.fixedCosts());
        writer.given(Label.PRICE, figures.price());
        writer.line(Label.SALES_TAX, price.subtract(net), percent(figures.salesTaxBasisPoints()), figures.price());
        writer.line(Label.NET_PRICE, net, figures.price(), price.subtract(net));
        writer.line(
                Label.TICKET_COSTS,
                figures.costsOfTicket(),
                figures.ticketCosts(),
                percent(figures.ticketCostBasisPoints()),
                net);
        writer.line(Label.HOST_SHARE, figures.hostShare(), percent(figures.hostShareBasisPoints()), net);
        writer.line(Label.LEFT_OF_EACH_TICKET, figures.each(), net, figures.costsOfTicket(), figures.hostShare());
        writer.count(Label.BREAK_EVEN, figures.toCover(), figures.each(), breakEven);
        if (raisedTo == null || raisedTo <= breakEven) {
            return new ThresholdExplanation(breakEven, breakEven, writer.lines);
        }
        writer.count(Label.RAISED_BY_HOST, raisedTo, breakEven);
        return new ThresholdExplanation(raisedTo, breakEven, writer.lines);
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }

    /** Writes figures in the currency's major unit, as people read them. */
    private static final class Writer {

        private final Currency currency;
        private final List<Line> lines = new ArrayList<>();

        Writer(Currency currency) {
            this.currency = currency;
        }

        void given(Label label, Money amount) {
            lines.add(new Line(label, amount, List.of(words(amount))));
        }

        void line(Label label, BigDecimal minorUnits, Object... figures) {
            Money rounded =
                    new Money(minorUnits.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
            lines.add(new Line(
                    label,
                    rounded,
                    Stream.concat(all(figures), Stream.of(words(minorUnits))).toList()));
        }

        void count(Label label, Object... figures) {
            lines.add(new Line(label, null, all(figures).toList()));
        }

        private Stream<String> all(Object... figures) {
            return Arrays.stream(figures).map(this::words);
        }

        private String words(Object figure) {
            return switch (figure) {
                case Money money -> words(BigDecimal.valueOf(money.minorUnits()));
                case BigDecimal minorUnits -> major(minorUnits);
                default -> String.format(Locale.ROOT, "%s", figure);
            };
        }

        private String major(BigDecimal minorUnits) {
            int digits = currency.getDefaultFractionDigits();
            BigDecimal major = minorUnits.movePointLeft(digits).stripTrailingZeros();
            return (major.scale() < digits ? major.setScale(digits) : major).toPlainString();
        }
    }
}
