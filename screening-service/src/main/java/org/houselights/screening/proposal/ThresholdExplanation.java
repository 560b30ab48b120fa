package org.houselights.screening.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.houselights.web.Money;
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
     * @param formula how the exact figure comes about
     */
    public record Line(Label label, @Nullable Money amount, String formula) {}

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
                "%s + %s + %s",
                figures.venueHire(),
                figures.licenceMinimum(),
                figures.fixedCosts());
        writer.given(Label.PRICE, figures.price());
        writer.line(
                Label.SALES_TAX,
                price.subtract(net),
                "%s included in %s",
                percent(figures.salesTaxBasisPoints()),
                figures.price());
        writer.line(Label.NET_PRICE, net, "%s − %s", figures.price(), price.subtract(net));
        writer.line(
                Label.TICKET_COSTS,
                figures.costsOfTicket(),
                "%s + %s of %s",
                figures.ticketCosts(),
                percent(figures.ticketCostBasisPoints()),
                net);
        writer.line(Label.HOST_SHARE, figures.hostShare(), "%s of %s", percent(figures.hostShareBasisPoints()), net);
        writer.line(
                Label.LEFT_OF_EACH_TICKET,
                figures.each(),
                "%s − %s − %s",
                net,
                figures.costsOfTicket(),
                figures.hostShare());
        writer.count(Label.BREAK_EVEN, "%s / %s, rounded up = %s", figures.toCover(), figures.each(), breakEven);
        if (raisedTo == null || raisedTo <= breakEven) {
            return new ThresholdExplanation(breakEven, breakEven, writer.lines);
        }
        writer.count(Label.RAISED_BY_HOST, "%s instead of %s", raisedTo, breakEven);
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
            lines.add(new Line(label, amount, words(amount)));
        }

        void line(Label label, BigDecimal minorUnits, String formula, Object... figures) {
            Money rounded =
                    new Money(minorUnits.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
            lines.add(new Line(label, rounded, text(formula, figures) + " = " + words(minorUnits)));
        }

        void count(Label label, String formula, Object... figures) {
            lines.add(new Line(label, null, text(formula, figures)));
        }

        private String text(String formula, Object... figures) {
            Object[] texts = new Object[figures.length];
            for (int i = 0; i < figures.length; i++) {
                texts[i] = words(figures[i]);
            }
            return formula.formatted(texts);
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
