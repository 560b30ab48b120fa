package org.houselights.ticketing.order;

import java.util.ArrayList;
import java.util.List;
import org.houselights.ticketing.presale.Prices;
import org.houselights.ticketing.presale.Seats;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;

/** The tickets of one order at the prices of its screening. */
record Basket(List<TicketLine> lines) {

    static final int LARGEST = 10;
    /** The words for a basket that is empty or too large, as constraints name them. */
    static final String SIZE = "{basket.size}";

    Basket {
        lines = List.copyOf(lines);
    }

    /** @throws org.houselights.web.ProblemException 400 naming each wrong field with a sentence */
    static Basket of(List<WantedTickets> wanted, Prices prices) {
        List<FieldError> errors = new ArrayList<>();
        List<TicketLine> lines = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String field = "tickets[" + i + "]";
            WantedTickets tickets = wanted.get(i);
            lines.add(new TicketLine(tickets.type(), tickets.quantity(), tickets.price(prices, field, errors)));
        }
        Basket basket = new Basket(lines);
        basket.check(prices, errors);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return basket;
    }

    private void check(Prices prices, List<FieldError> errors) {
        if (tickets() < 1 || tickets() > LARGEST) {
            errors.add(new FieldError("tickets", wrongSize()));
        }
        if (count(TicketType.COMPANION) > count(TicketType.WHEELCHAIR)) {
            errors.add(new FieldError("tickets", Sentence.of("basket.companions")));
        }
        if (errors.isEmpty() && prices.full().minorUnits() > 0 && amount().minorUnits() == 0) {
            errors.add(new FieldError("tickets", Sentence.of("basket.free")));
        }
    }

    static Sentence wrongSize() {
        return Sentence.of("basket.size");
    }

    int tickets() {
        return lines.stream().mapToInt(TicketLine::quantity).sum();
    }

    int count(TicketType type) {
        return lines.stream()
                .filter(line -> line.type() == type)
                .mapToInt(TicketLine::quantity)
                .sum();
    }

    Seats seats() {
        int house = lines.stream()
                .filter(line -> line.type().takesSeat())
                .mapToInt(TicketLine::quantity)
                .sum();
        return new Seats(house, count(TicketType.WHEELCHAIR));
    }

    Money amount() {
        return lines.stream()
                .map(line -> line.unit().times(line.quantity()))
                .reduce(Money::plus)
                .orElseThrow();
    }
}
