package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.houselights.messaging.OneTrip;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before its first rush a house has a few orders and statistics of fewer, and what the database plans then it keeps until it looks at the tables
 * again. These orders are in a table of their own, which has the rules and indexes of the real one.
 */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class EarlierOrdersTest {

    /** So often that driver and database keep what they have prepared. */
    private static final int OFTEN = 10;

    @Autowired
    private EarlierOrders earlier;

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private ScreeningTold screening;

    @BeforeEach
    void somebodyOrders() {
        screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
        counter.order(screening, "Ann", 2, BoxOffice.GOOD_CARD);
    }

    @Test
    void an_address_s_order_is_found_without_those_of_a_crowd() {
        inANewHouse(() -> {
            othersOrder(150);
            askedOften();

            othersOrder(1000);

            assertThat(rowsReadForAnn()).isEqualTo(1);
        });
    }

    @Test
    void likewise_where_the_statistics_are_of_a_quieter_hour() {
        inANewHouse(() -> {
            jdbc.execute("analyze orders");
            askedOften();

            othersOrder(1000);

            assertThat(rowsReadForAnn()).isEqualTo(1);
        });
    }

    private void inANewHouse(Runnable test) {
        transaction.executeWithoutResult(status -> {
            openANewHouse();
            test.run();
            status.setRollbackOnly();
        });
    }

    private void openANewHouse() {
        jdbc.execute("create schema new_house");
        jdbc.execute("create table new_house.orders (like orders including all)");
        jdbc.execute("set local search_path = new_house, public");
        jdbc.update("insert into orders select * from public.orders where screening_id = ?", screening.id());
    }

    private void othersOrder(int many) {
        jdbc.update("""
                insert into orders
                select (jsonb_populate_record(o, jsonb_build_object(
                    'id', gen_random_uuid(), 'email_hash', encode(sha256(gen_random_uuid()::text::bytea), 'hex')))).*
                from public.orders o cross join generate_series(1, ?) where o.screening_id = ?""", many, screening.id());
    }

    private void askedOften() {
        for (int time = 0; time < OFTEN; time++) {
            askForAnn();
        }
    }

    private long rowsReadForAnn() {
        long before = rowsRead();
        askForAnn();
        return rowsRead() - before;
    }

    private void askForAnn() {
        Pledge pledge = BoxOffice.pledge(screening, "Ann", 1);
        OneTrip trip = OneTrip.plannedOnce();
        EarlierOrders.Found found = earlier.of(List.of(pledge), trip);
        trip.make(jdbc);
        assertThat(found.hasLiveOne(pledge)).isTrue();
    }

    /** In this transaction. */
    private long rowsRead() {
        return JdbcClient.create(jdbc)
                .sql(
                        "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relid = 'orders'::regclass")
                .query(Long.class)
                .single();
    }
}
