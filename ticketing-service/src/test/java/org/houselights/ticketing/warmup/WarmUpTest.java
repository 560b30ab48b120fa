package org.houselights.ticketing.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.houselights.ticketing.TicketWindow.seats;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** An instance that orders from itself before anybody else may. */
@TicketingTest
@Import({TicketWindow.class, ScreeningDesk.class})
@TestPropertySource(properties = "houselights.web.limits.order-network.permits=1")
class WarmUpTest {

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    @Autowired
    private ServerProperties server;

    @Autowired
    private Environment environment;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TicketWindow window;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void its_orders_come_as_far_as_to_a_pre_sale_that_is_not_there() throws Exception {
        long before = ordersForNothing();

        warmUp(A_MOMENT, environment);

        assertThat(ordersForNothing()).isGreaterThan(before);
        assertThat(jdbc.sql("select count(*) from orders where name = 'Nobody'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void they_count_against_no_buyer_s_limits() throws Exception {
        ScreeningTold screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);

        warmUp(A_MOMENT, environment);

        assertThat(window.order(screening.id(), seats(1, "Ann", "ann@example.org", "sandbox-accepted"), "key-of-ann")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void where_it_is_told_not_to_it_orders_nothing() throws Exception {
        long before = ordersForNothing();

        warmUp(Duration.ZERO, environment);

        assertThat(ordersForNothing()).isEqualTo(before);
    }

    @Test
    void a_door_that_does_not_open_keeps_nobody_from_starting() {
        MockEnvironment nobodyListens = new MockEnvironment().withProperty("local.server.port", "1");

        assertThatCode(() -> warmUp(A_MOMENT, nobodyListens)).doesNotThrowAnyException();
    }

    @Test
    void nor_does_it_where_there_is_no_door() {
        assertThatCode(() -> warmUp(A_MOMENT, new MockEnvironment())).doesNotThrowAnyException();
    }

    private void warmUp(Duration time, Environment environment) throws Exception {
        new WarmUp(new WarmUpSettings(time), server, environment, json).run(new DefaultApplicationArguments());
    }

    private long ordersForNothing() {
        return meters
                .find("http.server.requests")
                .tag("uri", "/api/presales/{screeningId}/orders")
                .tag("status", "404")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
