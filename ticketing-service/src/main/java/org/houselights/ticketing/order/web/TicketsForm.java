package org.houselights.ticketing.order.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.houselights.ticketing.order.TicketLine;
import org.houselights.ticketing.order.TicketType;
import org.houselights.ticketing.order.WantedTickets;
import org.houselights.ticketing.presale.Prices;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How many of each kind, as it was typed.
 *
 * @param payAmount what each pay-what-you-can ticket shall cost, in the currency's main unit, such as 7.50
 */
record TicketsForm(
        @Nullable String full,
        @Nullable String concession,
        @Nullable String pay,
        @Nullable String payAmount,
        @Nullable String wheelchair,
        @Nullable String companion) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,3})?");
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,3}");
    private static final Pattern LINE = Pattern.compile("tickets\\[(\\d+)].*");
    private static final Pattern UNIT = Pattern.compile("tickets\\[\\d+]\\.unit");

    /** What most people begin with. */
    static final TicketsForm ONE = new TicketsForm("1", null, null, null, null, null);

    static TicketsForm of(List<TicketLine> lines) {
        return new TicketsForm(
                quantity(lines, TicketType.FULL),
                quantity(lines, TicketType.CONCESSION),
                quantity(lines, TicketType.PAY_WHAT_YOU_CAN),
                lines.stream()
                        .filter(line -> line.type() == TicketType.PAY_WHAT_YOU_CAN)
                        .findFirst()
                        .map(line -> plain(line.unit()))
                        .orElse(null),
                quantity(lines, TicketType.WHEELCHAIR),
                quantity(lines, TicketType.COMPANION));
    }

    private static String quantity(List<TicketLine> lines, TicketType type) {
        return Integer.toString(lines.stream()
                .filter(line -> line.type() == type)
                .mapToInt(TicketLine::quantity)
                .sum());
    }

    boolean isUntouched() {
        return Stream.of(full, concession, pay, wheelchair, companion).allMatch(Objects::isNull);
    }

    /** What is offered, in the order of the page. */
    List<Step> steps(Prices prices, int wheelchairPlaces) {
        Money nothing = Money.zero(prices.full().currency());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("full", TicketType.FULL, prices.full(), typed(full)));
        Optional.ofNullable(prices.concession())
                .ifPresent(price -> steps.add(new Step("concession", TicketType.CONCESSION, price, typed(concession))));
        Optional.ofNullable(prices.payFloor())
                .ifPresent(floor -> steps.add(new Step("pay", TicketType.PAY_WHAT_YOU_CAN, floor, typed(pay))));
        if (wheelchairPlaces > 0) {
            steps.add(new Step("wheelchair", TicketType.WHEELCHAIR, prices.full(), typed(wheelchair)));
            steps.add(new Step("companion", TicketType.COMPANION, nothing, typed(companion)));
        }
        return steps;
    }

    private static String typed(@Nullable String quantity) {
        return Objects.requireNonNullElse(quantity, "0");
    }

    /** What was typed for pay-what-you-can, or the least that it may be. */
    public String payAmountOr(Prices prices) {
        return payAmount == null && prices.payFloor() != null
                ? plain(prices.payFloor())
                : Objects.requireNonNullElse(payAmount, "");
    }

    /** @throws org.houselights.web.ProblemException 400 when something can't be read */
    List<WantedTickets> wanted(Currency currency) {
        List<FieldError> errors = new ArrayList<>();
        List<WantedTickets> wanted = new ArrayList<>();
        add(wanted, errors, TicketType.FULL, "full", full, null);
        add(wanted, errors, TicketType.CONCESSION, "concession", concession, null);
        add(wanted, errors, TicketType.PAY_WHAT_YOU_CAN, "pay", pay, currency);
        add(wanted, errors, TicketType.WHEELCHAIR, "wheelchair", wheelchair, null);
        add(wanted, errors, TicketType.COMPANION, "companion", companion, null);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return wanted;
    }

    /** What it costs so far; null while something can't be read. */
    @Nullable
    Money total(Prices prices) {
        try {
            return WantedTickets.total(wanted(prices.full().currency()), prices);
        } catch (ProblemException unreadable) {
            return null;
        }
    }

    private void add(
            List<WantedTickets> wanted,
            List<FieldError> errors,
            TicketType type,
            String field,
            @Nullable String typed,
            @Nullable Currency named) {
        String quantity = typed == null || typed.isBlank() ? "0" : typed.strip();
        if (!QUANTITY.matcher(quantity).matches()) {
            errors.add(new FieldError(field, Sentence.of("kind.number")));
        } else if (Integer.parseInt(quantity) > 0) {
            wanted.add(
                    new WantedTickets(type, Integer.parseInt(quantity), named == null ? null : amount(named, errors)));
        }
    }

    private @Nullable Money amount(Currency currency, List<FieldError> errors) {
        String typed = payAmount == null ? "" : payAmount.strip();
        int digits = currency.getDefaultFractionDigits();
        if (AMOUNT.matcher(typed).matches()) {
            BigDecimal minorUnits = new BigDecimal(typed.replace(',', '.')).movePointRight(digits);
            if (minorUnits.stripTrailingZeros().scale() <= 0) {
                return new Money(minorUnits.longValueExact(), currency);
            }
        }
        errors.add(new FieldError("payAmount", Sentence.of("amount")));
        return null;
    }

    /** The field of this form that a rule speaks of, such as {@code tickets[1].unit}. */
    String fieldOf(String rule) {
        Matcher line = LINE.matcher(rule);
        if (!line.matches()) {
            return rule;
        }
        List<String> fields = Stream.of(
                        named("full", full),
                        named("concession", concession),
                        named("pay", pay),
                        named("wheelchair", wheelchair),
                        named("companion", companion))
                .flatMap(Optional::stream)
                .toList();
        int index = Integer.parseInt(line.group(1));
        String field = index < fields.size() ? fields.get(index) : "tickets";
        return field.equals("pay") && UNIT.matcher(rule).matches() ? "payAmount" : field;
    }

    private static Optional<String> named(String field, @Nullable String quantity) {
        return Optional.ofNullable(quantity)
                .map(String::strip)
                .filter(typed -> !typed.isEmpty() && !typed.matches("0+"))
                .map(typed -> field);
    }

    private static String plain(Money money) {
        return BigDecimal.valueOf(money.minorUnits(), money.currency().getDefaultFractionDigits())
                .toPlainString();
    }

    /**
     * One kind of ticket on the form.
     *
     * @param price of one; the least, where its buyer names it
     */
    record Step(String field, TicketType type, Money price, String quantity) {}
}
