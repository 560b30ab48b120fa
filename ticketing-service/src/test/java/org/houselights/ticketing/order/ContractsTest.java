package org.houselights.ticketing.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.houselights.ticketing.order.BoxOffice.DECLINED_LATER;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.testkit.Contracts;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.web.Ids;
import org.houselights.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Leads pre-sales through their lives by what the contracts tell of screenings, and checks what is told of them. */
@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class ContractsTest {

    /** When the screening of the examples went on sale: 66 tickets of 12.00 USD are its goal. */
    private static final Instant ON_SALE = Instant.parse("2026-11-26T16:45:00Z");

    private static final Duration BEYOND_THE_CURE = Duration.ofHours(73);

    @Autowired
    private PlaceOrder place;

    @Autowired
    private TakePledges take;

    @Autowired
    private AlterOrder alter;

    @Autowired
    private CancelOrder cancel;

    @Autowired
    private MessageBuyers message;

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> screenings = new ArrayList<>();

    @BeforeEach
    void begin() {
        clock.set(ON_SALE);
    }

    @Test
    void everything_that_is_told_keeps_its_contract_and_every_contract_is_told() {
        takesPlace();
        isSecuredAndDeclinesSomebody();
        staysShort();
        isCancelled();
        isFree();

        List<Message> told = told();

        told.forEach(message -> {
            Contracts.check(message.event(), message.body());
            Contracts.checkHeaders(message.headers());
        });
        assertThat(told.stream().map(Message::event).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Contracts.types("ticketing-events"));
    }

    private void takesPlace() {
        UUID screening = onSale();
        UUID ada = order(screening, "Ada", GOOD_CARD, full(2));
        alter.alter(screening, ada, List.of(full(2), new WantedTickets(TicketType.CONCESSION, 1, null)));
        cancel.cancel(screening, order(screening, "Bob", GOOD_CARD, full(1)));
        message.message(screening, new NewMessage(Audience.PLEDGED, "Hello", "See you there.", null), "a-key");
        UUID straggler = order(screening, "Cleo", DECLINED_LATER, full(1));
        tensOfSeats(screening, 7);
        awaitStatus(straggler, OrderStatus.PAYMENT_FAILED);
        awaitStatus(screening, PresaleStatus.SECURED);

        hear("ScreeningConfirmed", screening);
        awaitStatus(ada, OrderStatus.TICKETED);
        goOn(BEYOND_THE_CURE);
        awaitStatus(straggler, OrderStatus.DROPPED);
        hear("ScreeningHeld", screening);
        awaitStatus(screening, PresaleStatus.CLOSED);
    }

    private void isSecuredAndDeclinesSomebody() {
        UUID screening = onSale();
        tensOfSeats(screening, 7);
        awaitStatus(screening, PresaleStatus.SECURED);
        assertThatThrownBy(() -> order(screening, "Dan", DECLINED_LATER, full(1)))
                .isInstanceOf(ProblemException.class);
    }

    private void staysShort() {
        UUID screening = onSale();
        List<UUID> paid = tensOfSeats(screening, 6);
        UUID failing = order(screening, "Cleo", DECLINED_LATER, full(10));
        awaitStatus(failing, OrderStatus.PAYMENT_FAILED);
        paid.forEach(order -> awaitStatus(order, OrderStatus.PAID));
        goOn(BEYOND_THE_CURE);
        awaitStatus(screening, PresaleStatus.MISSED);
    }

    private void isCancelled() {
        UUID screening = onSale();
        UUID order = order(screening, "Ada", GOOD_CARD, full(2));
        take.take(Stream.of("Dora", "Emil")
                .map(buyer -> BoxOffice.pledge(screening, buyer, 1, buyer))
                .toList());
        hear("ScreeningCancelled", screening);
        awaitStatus(order, OrderStatus.RELEASED);
    }

    private void isFree() {
        UUID screening = aScreening();
        desk.deliver(free(Contracts.delivered("ScreeningConfirmed", screening)));
        UUID order = order(
                screening,
                "Ada",
                null,
                new WantedTickets(TicketType.WHEELCHAIR, 1, null),
                new WantedTickets(TicketType.COMPANION, 1, null));
        awaitStatus(order, OrderStatus.TICKETED);
    }

    private UUID onSale() {
        UUID screening = aScreening();
        hear("ScreeningOnSale", screening);
        return screening;
    }

    private UUID aScreening() {
        UUID screening = Ids.next();
        screenings.add(screening.toString());
        return screening;
    }

    private void hear(String event, UUID screening) {
        desk.deliver(Contracts.delivered(event, screening));
    }

    private static ConsumerRecord<String, byte[]> free(ConsumerRecord<String, byte[]> event) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(event.value());
        ObjectNode screening = (ObjectNode) body.path("screening");
        screening.putNull("deadline").putNull("threshold").putNull("concessionPrice");
        screening.withObject("price").put("minorUnits", 0);
        screening.withObject("licence").put("kind", "EDUCATIONAL");
        Contracts.check("ScreeningConfirmed", body.toString());
        var told = new ConsumerRecord<>(
                event.topic(), 0, 0, event.key(), body.toString().getBytes(UTF_8));
        event.headers().forEach(told.headers()::add);
        return told;
    }

    private List<UUID> tensOfSeats(UUID screening, int tens) {
        List<UUID> orders = new ArrayList<>();
        for (int i = 1; i <= tens; i++) {
            orders.add(order(screening, "Guest" + i, GOOD_CARD, full(10)));
        }
        return orders;
    }

    private UUID order(UUID screening, String buyer, @Nullable String card, WantedTickets... tickets) {
        NewOrder wanted = new NewOrder(buyer, buyer + "@example.org", "ko-KR", List.of(tickets), card);
        return place.place(screening, wanted, "%s-of-%s".formatted(buyer, screening))
                .order()
                .id();
    }

    private static WantedTickets full(int quantity) {
        return new WantedTickets(TicketType.FULL, quantity, null);
    }

    private void goOn(Duration time) {
        clock.advance(time);
        counter.goRound();
        clock.set(ON_SALE);
    }

    private void awaitStatus(UUID order, OrderStatus status) {
        await().untilAsserted(() -> assertThat(counter.status(order)).isEqualTo(status));
    }

    private void awaitStatus(UUID screening, PresaleStatus status) {
        await().untilAsserted(() -> assertThat(desk.status(screening)).isEqualTo(status));
    }

    private record Message(String type, String headers, String body) {

        String event() {
            return type.replace("org.houselights.", "");
        }
    }

    /** What was told of the screenings of this test. */
    private List<Message> told() {
        return jdbc.sql("select type, headers::text, body from outbox where key in (:screenings) order by id")
                .param("screenings", screenings)
                .query(Message.class)
                .list();
    }
}
