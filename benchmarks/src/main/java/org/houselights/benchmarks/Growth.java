package org.houselights.benchmarks;

import static org.houselights.benchmarks.Figure.Goal.atLeast;
import static org.houselights.benchmarks.Figure.Goal.atMost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.houselights.local.Service;

/** The same rush, once with hardly an order in the database and once with millions of other people's. */
final class Growth {

    private static final int SCREENINGS = 10_000;
    private static final int CROWD = 64;

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
        load.closed(CROWD, time, pledge);
        stage.practise(Service.TICKETING, CROWD, time.multipliedBy(2), page);
        Measured few = measured(load, pledge, page);
        grow();
        Measured many = measured(load, pledge, page);
        String with = "with %,d orders ÷ with few".formatted(orders);
        report.accept(new Figure("pledges " + with, Figure.ratios(many.pledges(), few.pledges()), "", atLeast(0.8)));
        report.accept(new Figure("pledge pages " + with, Figure.ratios(many.pages(), few.pages()), "", atLeast(0.8)));
        report.accept(new Figure("looking for what is due, with few orders", few.sweeps(), "ms", null));
        report.accept(new Figure("looking for what is due, with many", many.sweeps(), "ms", null));
        report.accept(new Figure(
                "time of looking for what is due " + with,
                Figure.ratios(many.sweeps(), few.sweeps()),
                "",
                atMost(1.2)));
    }

    /** @param sweeps milliseconds */
    private record Measured(List<Double> pledges, List<Double> pages, List<Double> sweeps) {}

    private Measured measured(Load load, Request pledge, Request page) {
        Sweeps sweeps = new Sweeps(stage);
        Measured measured = new Measured(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            measured.pledges().add(load.closed(CROWD, time, pledge).perSecond());
            stage.settle();
            measured.pages().add(load.closed(CROWD, time, page).perSecond());
            measured.sweeps().add(sweeps.millis());
        }
        return measured;
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
