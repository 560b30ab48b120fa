package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.util.List;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.houselights.web.ConstraintProblems;
import org.houselights.web.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database refuses what our own code would have to let through first; whoever sent it is told the same as by our code. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class ConstraintsTest {

    /** What only our own code could break, whatever a request asks for. */
    private static final List<String> BEYOND_REQUESTS = List.of(
            "charge_succeeded_has_reference",
            "order_status",
            "presale_collected_is_pledged",
            "presale_secured_by_money",
            "presale_status");

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<ConstraintProblems> problems;

    private UUID screening = new UUID(0, 0);
    private UUID order = new UUID(0, 0);

    @BeforeEach
    void somebodyOrdered() {
        ScreeningTold told = ScreeningTold.at(clock.instant());
        desk.onSale(told);
        screening = told.id();
        order = counter.order(told, "Ann", 2, GOOD_CARD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            presale_never_oversold             | sold-out                | update presale set seats_sold = capacity
            presale_wheelchairs_never_oversold | wheelchair-places-taken | update presale set wheelchairs_held = wheelchair_places + 1
            order_takes_a_place                | invalid-input           | update orders set seats = 0
            """)
    void a_row_that_breaks_a_rule_is_refused(String constraint, String problem, String change) {
        assertThat(refused(constraint, change + " where screening_id = :screening")
                        .slug())
                .isEqualTo(problem);
    }

    @Test
    void a_second_live_order_of_an_address_is_refused() {
        assertThat(refused("order_one_live_per_address", anotherOrder("PLEDGED", "'another request'"))
                        .slug())
                .isEqualTo("already-ordered");
    }

    @Test
    void a_second_ended_order_by_the_same_request_is_refused() {
        jdbc.sql("update orders set status = 'DROPPED' where id = ?")
                .param(order)
                .update();

        assertThat(refused("order_request_once", anotherOrder("DROPPED", "request_key"))
                        .slug())
                .isEqualTo("already-ordered");
    }

    @Test
    void a_second_charge_is_refused() {
        charge(1);

        assertThat(refused("charge_once", charged(2)).slug()).isEqualTo("already-charged");
    }

    @Test
    void every_rule_that_a_request_could_break_has_its_problem() {
        List<String> rules = jdbc.sql("""
                        select conname from pg_constraint join pg_class c on c.oid = conrelid
                        where contype = 'c' and c.relname in ('presale', 'orders', 'charge', 'refund', 'ticket')
                            and conname !~ '_check\\d*$'
                        union
                        select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
                        where i.indisunique and c.relname in ('presale', 'orders', 'charge', 'refund', 'ticket')
                            and not exists (select from pg_constraint where conindid = i.indexrelid)
                        """).query(String.class).list();

        assertThat(rules.stream()
                        .filter(rule -> problems.stream()
                                .noneMatch(known -> known.of(rule).isPresent())))
                .containsExactlyInAnyOrderElementsOf(BEYOND_REQUESTS);
    }

    private static String anotherOrder(String status, String requestKey) {
        return """
                insert into orders (id, screening_id, status, bought, name, email, email_hash, locale, tickets, seats, wheelchairs,
                    amount, currency, request_key, revision, placed_at, changed_at)
                select gen_random_uuid(), screening_id, '%s', bought, name, email, email_hash, locale, tickets, seats, wheelchairs,
                    amount, currency, %s, revision, placed_at, changed_at
                from orders where id = :order""".formatted(status, requestKey);
    }

    private void charge(int attempt) {
        jdbc.sql(charged(attempt)).param("order", order).update();
    }

    private static String charged(int attempt) {
        return """
                insert into charge (order_id, attempt, idempotency_key, card, amount, currency, outcome, reference, intended_at)
                select id, %1$d, id || '-%1$d', card, amount, currency, 'SUCCEEDED', 'reference', placed_at
                from orders where id = :order""".formatted(attempt);
    }

    private ProblemException refused(String constraint, String change) {
        DataIntegrityViolationException refusal = catchThrowableOfType(
                DataIntegrityViolationException.class,
                () -> jdbc.sql(change)
                        .param("screening", screening)
                        .param("order", order)
                        .update());
        PSQLException cause = (PSQLException) refusal.getMostSpecificCause();
        assertThat(cause.getServerErrorMessage()).isNotNull();
        assertThat(cause.getServerErrorMessage().getConstraint()).isEqualTo(constraint);
        return problems.stream()
                .flatMap(known -> known.of(constraint).stream())
                .findFirst()
                .orElseThrow();
    }
}
