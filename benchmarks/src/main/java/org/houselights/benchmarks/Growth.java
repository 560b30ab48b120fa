package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atLeast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The same rush, once with hardly an order in the database and once with millions of other people's. */
final class Growth {

    private static final int SCREENINGS = 10_000;

    private final Stage stage;
    private final int rounds;
    private final Duration time;
    private final int orders;
    private final Consumer<Figure> report;

    Growth(Stage stage, int rounds, Duration time, int orders, Consumer<Figure> report) {
        this.stage = stage;
        this.rounds = rounds;
        this.time = time;
        this.orders = orders;
        this.report = report;
    }

    void measure() {
        UUID screening = stage.presale();
        Request pledge = Request.pledge(screening);
        Request page = Request.get("/presales/" + screening);
        Load load = stage.ticketing();
        load.closed(64, time.multipliedBy(3), pledge);
        load.closed(1, time, page);
        load.closed(64, time, page);
        var pledgesBefore = new ArrayList<Double>();
        var pagesBefore = new ArrayList<Double>();
        measure(load, pledge, page, pledgesBefore, pagesBefore);
        grow();
        var pledgesAfter = new ArrayList<Double>();
        var pagesAfter = new ArrayList<Double>();
        measure(load, pledge, page, pledgesAfter, pagesAfter);
        String with = "with %,d orders ÷ with few".formatted(orders);
        report.accept(new Figure("pledges " + with, Figure.ratios(pledgesAfter, pledgesBefore), "", atLeast(0.8)));
        report.accept(new Figure("pledge pages " + with, Figure.ratios(pagesAfter, pagesBefore), "", atLeast(0.8)));
    }

    private void measure(Load load, Request pledge, Request page, List<Double> pledges, List<Double> pages) {
        for (int round = 0; round < rounds; round++) {
            pledges.add(load.closed(64, time, pledge).perSecond());
            stage.settle();
            pages.add(load.closed(64, time, page).perSecond());
        }
    }

    private void grow() {
        stage.presales(SCREENINGS);
        stage.execute("""
                insert into orders (id, screening_id, status, bought, name, email, email_hash, locale, tickets, seats, wheelchairs,
                    amount, currency, card, card_brand, card_last4, request_key, revision, placed_at, changed_at)
                select uuidv7(), screenings[1 + number %% %d], 'PLEDGED', false, 'Ann Example', number || '@example.org',
                    md5(number::text) || md5(number::text), 'en',
                    '{"lines":[{"type":"FULL","quantity":1,"unit":{"minorUnits":1200,"currency":"USD"}}]}', 1, 0, 1200, 'USD',
                    'sandbox-accepted-' || number, 'Visa', '4242', 'key-' || number, 1, now(), now()
                from generate_series(1, %d) number,
                    (select array_agg(screening_id) screenings from (select screening_id from presale limit %d) few) other""".formatted(SCREENINGS, orders, SCREENINGS));
        stage.execute("vacuum analyze orders", "vacuum analyze presale");
    }
}
