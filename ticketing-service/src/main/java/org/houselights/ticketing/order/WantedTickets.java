package org.houselights.ticketing.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.houselights.ticketing.presale.Prices;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that somebody asks for.
 *
 * @param quantity from 1 to 10
 * @param unit what each shall cost; needed for pay-what-you-can only, and refused where it differs from the fixed price
 */
public record WantedTickets(
        @NotNull TicketType type,

        @Min(value = 1, message = "{quantity.least}") @Max(value = Basket.LARGEST, message = "{quantity.most}")
        int quantity,

        @Nullable Money unit) {

    /** What these cost together, so far as they are on offer. */
    public static Money total(List<WantedTickets> wanted, Prices prices) {
        List<FieldError> notAskedFor = new ArrayList<>();
        return wanted.stream()
                .map(tickets -> tickets.price(prices, "tickets", notAskedFor).times(tickets.quantity()))
                .reduce(Money.zero(prices.full().currency()), Money::plus);
    }

    Money price(Prices prices, String field, List<FieldError> errors) {
        Money nothing = Money.zero(prices.full().currency());
        return switch (type) {
            case FULL, WHEELCHAIR -> fixed(prices.full(), field, errors);
            case COMPANION -> fixed(nothing, field, errors);
            case CONCESSION -> {
                if (prices.concession() == null) {
                    errors.add(new FieldError(field + ".type", Sentence.of("not-offered")));
                    yield nothing;
                }
                yield fixed(prices.concession(), field, errors);
            }
            case PAY_WHAT_YOU_CAN -> named(prices, nothing, field, errors);
        };
    }

    private Money fixed(Money price, String field, List<FieldError> errors) {
        if (unit != null && !unit.equals(price)) {
            errors.add(new FieldError(field + ".unit", Sentence.of("price.other")));
        }
        return price;
    }

    private Money named(Prices prices, Money nothing, String field, List<FieldError> errors) {
        if (prices.payFloor() == null) {
            errors.add(new FieldError(field + ".type", Sentence.of("not-offered")));
        } else if (unit == null) {
            errors.add(new FieldError(field + ".unit", Sentence.of("price.missing")));
        } else if (!unit.currency().equals(nothing.currency())) {
            errors.add(new FieldError(field + ".unit", Sentence.of("price.currency", nothing.currency())));
        } else if (unit.compareTo(prices.payFloor()) < 0) {
            errors.add(new FieldError(field + ".unit", Sentence.of("price.too-low")));
        } else if (unit.minorUnits() > HIGHEST) {
            errors.add(new FieldError(field + ".unit", Sentence.of("price.too-high")));
        } else {
            return unit;
        }
        return nothing;
    }

    /** A slip of the finger, not a price. */
    private static final long HIGHEST = 100_000_000;
}
