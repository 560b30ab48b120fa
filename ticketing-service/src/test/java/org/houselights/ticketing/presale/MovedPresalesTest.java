package org.houselights.ticketing.presale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.houselights.messaging.OneTrip;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@TicketingTest
@Import(ScreeningDesk.class)
class MovedPresalesTest {

    @Autowired
    private MovedPresales moved;

    @Autowired
    private Presales presales;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    /** Each column has a value that no other has, and those that may be empty are so once. */
    @ParameterizedTest
    @ValueSource(strings = {"""
            update presale set status = 'COLLECTING', screening_sequence = 101, price = 102, concession_price = 103, pay_floor = 104,
                capacity = 1000, wheelchair_places = 106, threshold = 107, goal = 108, pledged = 110, collected = 109, seats_held = 111,
                seats_sold = 112, wheelchairs_held = 52, wheelchairs_sold = 53, starts_at = '2026-05-01 20:00Z',
                deadline = '2026-04-01 20:00Z', opened_at = '2026-03-01 20:00Z', reached_at = '2026-03-02 20:00Z',
                cure_ends_at = '2026-03-05 20:00Z', confirmed = true, winding_up = false, sequence = 114
            where screening_id = ?""", """
            update presale set concession_price = null, pay_floor = null, threshold = null, deadline = null, reached_at = null,
                cure_ends_at = null, confirmed = false, winding_up = true
            where screening_id = ?"""})
    void a_pre_sale_that_pledges_move_is_the_one_that_everybody_else_reads(String change) {
        ScreeningTold told = ScreeningTold.at(clock.instant());
        desk.onSale(told);
        jdbc.update(change, told.id());

        Presale read = transaction.execute(status -> read(told.id()));
        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(presales.findById(told.id()).orElseThrow());
    }

    private Presale read(UUID screening) {
        OneTrip trip = new OneTrip();
        Map<UUID, Presale> read = moved.lock(List.of(screening), trip);
        trip.make(jdbc);
        return Objects.requireNonNull(read.get(screening));
    }
}
