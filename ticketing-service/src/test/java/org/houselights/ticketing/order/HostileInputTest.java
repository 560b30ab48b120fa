package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.ticketing.TicketingTestConfiguration.START;
import static org.houselights.ticketing.order.BoxOffice.GOOD_CARD;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.Answer;
import org.houselights.ticketing.TicketWindow;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class, TicketWindow.class})
class HostileInputTest {

    @Autowired
    private BoxOffice counter;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private TicketWindow window;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JsonMapper json;

    private ScreeningTold screening = ScreeningTold.at(START);
    private String token = "";

    @BeforeEach
    void somebodyOrdered() {
        screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
        token = window.order(
                        screening.id(),
                        TicketWindow.seats(1, "Ann", UUID.randomUUID() + "@example.org", GOOD_CARD),
                        UUID.randomUUID().toString())
                .text("token");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            name    | null                                         | name
            name    | ""                                           | name
            name    | 7                                            | name
            name    | ["Ann"]                                      | name
            name    | "two\\nlines"                                | name
            name    | "nul \\u0000"                                | name
            name    | "half a character \\ud83c"                   | name
            email   | null                                         | email
            email   | "ann"                                        | email
            email   | "ann@example.org\\r\\nBcc: all@example.org"  | email
            email   | "ann@example.org, bob@example.org"           | email
            email   | "ａｎｎ@example.org"                          | email
            email   | {"to":"ann@example.org"}                     | email
            locale  | "../../etc"                                  | locale
            locale  | 7                                            | locale
            card    | null                                         | card
            card    | ""                                           | card
            card    | 4242424242424242                             | card
            card    | "card\\u0007"                                | card
            tickets | null                                         | tickets
            tickets | []                                           | tickets
            tickets | {}                                           | tickets
            tickets | [null]                                       | tickets[0]
            tickets | [7]                                          | tickets[0]
            tickets | [{"quantity":1}]                             | tickets[0].type
            tickets | [{"type":"COMPLIMENTARY","quantity":1}]      | tickets[0].type
            tickets | [{"type":0,"quantity":1}]                    | tickets[0].type
            tickets | [{"type":"FULL"}]                            | tickets[0].quantity
            tickets | [{"type":"FULL","quantity":0}]               | tickets[0].quantity
            tickets | [{"type":"FULL","quantity":-1}]              | tickets[0].quantity
            tickets | [{"type":"FULL","quantity":11}]              | tickets[0].quantity
            tickets | [{"type":"FULL","quantity":1.5}]             | tickets[0].quantity
            tickets | [{"type":"FULL","quantity":"1"}]             | tickets[0].quantity
            tickets | [{"type":"FULL","quantity":99999999999}]     | tickets[0].quantity
            tickets | [{"type":"FULL","quantity":6},{"type":"FULL","quantity":5}] | tickets
            tickets | [{"type":"FULL","quantity":1,"unit":{"minorUnits":-1200,"currency":"USD"}}] | tickets[0].unit
            tickets | [{"type":"FULL","quantity":1,"unit":{"minorUnits":1200,"currency":"ZZZ"}}]  | tickets[0].unit.currency
            tickets | [{"type":"FULL","quantity":1,"unit":{"minorUnits":12.5,"currency":"USD"}}]  | tickets[0].unit.minorUnits
            tickets | [{"type":"FULL","quantity":1,"unit":{"minorUnits":1,"currency":"USD"}}]     | tickets[0].unit
            tickets | [{"type":"PAY_WHAT_YOU_CAN","quantity":1,"unit":{"minorUnits":9223372036854775807,"currency":"USD"}}] | tickets[0].unit
            tickets | [{"type":"FULL","quantity":1,"seat":"A1"}]   | tickets[0].seat
            status  | "PAID"                                       | status
            amount  | {"minorUnits":0,"currency":"USD"}            | amount
            """)
    void a_wrong_field_is_named(String field, String value, String named) {
        ObjectNode order = (ObjectNode) json.readTree(sound());
        order.put(field, "@@");
        String body = order.toString().replace("\"@@\"", value);

        Answer answer = window.order(screening.id(), body, "a-key-of-its-own");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(named);
        assertThat(answer.text("detail")).isNotBlank();
        nothingWasSold();
    }

    @Test
    void bodies_that_are_no_order_are_refused() {
        String sound = sound();
        List<Object> bodies = List.of(
                "",
                "null",
                "[]",
                "7",
                "{",
                "not json at all",
                sound + sound,
                sound.replaceFirst("\\{", "{\"name\":\"Eve\","),
                "[".repeat(100_000),
                "{\"tickets\":".repeat(5_000),
                brokenUtf8(sound),
                sound.getBytes(StandardCharsets.UTF_16),
                sound.replace("Eve", "x".repeat(10 * 1024 * 1024)),
                sound.replace("Eve", "x".repeat(101)),
                sound.replace(GOOD_CARD, "x".repeat(201)));

        for (Object body : bodies) {
            Answer answer = window.order(screening.id(), body, "a-key-of-its-own");
            assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 422);
            assertThat(answer.problem()).isNotBlank();
        }
        nothingWasSold();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with a space in it",
                "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void a_key_that_is_none_is_refused(String key) {
        assertThat(window.order(screening.id(), sound(), key).fields()).containsExactly("Idempotency-Key");
        nothingWasSold();
    }

    @Test
    void without_a_key_nothing_is_sold_and_no_card_replaced() {
        assertThat(window.order(screening.id(), sound(), null).fields()).containsExactly("Idempotency-Key");
        assertThat(window.post("/api/orders/" + token + "/card", "{\"card\":\"sandbox-accepted\"}", null)
                        .fields())
                .containsExactly("Idempotency-Key");
        nothingWasSold();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /alter | {}                                                        | tickets
            /alter | {"tickets":[]}                                            | tickets
            /alter | {"tickets":[{"type":"FULL","quantity":11}]}               | tickets[0].quantity
            /alter | {"tickets":[{"type":"COMPANION","quantity":1}]}           | tickets
            /alter | {"tickets":[{"type":"FULL","quantity":1}],"name":"Eve"}   | name
            /card  | {}                                                        | card
            /card  | {"card":" "}                                              | card
            /card  | {"card":"sandbox-accepted","order":"another"}             | order
            /card  | {"card":"no such card"}                                   | card
            /card  | {"card":"sandbox-declined"}                               | card
            """)
    void a_wrong_change_is_refused_by_the_name_of_its_field(String change, String body, String named) {
        Answer answer = window.post("/api/orders/" + token + change, body, "a-key-of-its-own");

        assertThat(answer.status()).as(answer.body().toString()).isIn(400, 422);
        assertThat(answer.fields()).containsExactly(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=SOLD_OUT",
                "?status=OPEN,nonsense",
                "?page=-1",
                "?page=x",
                "?size=0",
                "?size=101",
                "?ids=7",
                "/not-an-id",
                "/%00",
                "/%2e%2e%2f",
                "/not-an-id/orders"
            })
    void questions_that_make_no_sense_are_refused(String question) {
        assertThat(window.get("/api/presales" + question, TicketWindow.operator())
                        .status())
                .isBetween(400, 404);
    }

    @Test
    void whoever_asks_for_a_pre_sale_that_is_not_there_is_told_so() {
        assertThat(window.order(UUID.randomUUID(), sound(), "a-key-of-its-own").status())
                .isEqualTo(404);
        assertThat(window.get("/api/presales/" + UUID.randomUUID(), null).status())
                .isEqualTo(404);
    }

    private static String sound() {
        return TicketWindow.seats(1, "Eve", UUID.randomUUID() + "@example.org", GOOD_CARD);
    }

    private static byte[] brokenUtf8(String sound) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] parts = sound.split("Eve", 2);
        bytes.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
        bytes.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private void nothingWasSold() {
        assertThat(desk.facts(screening.id()).taken()).isOne();
        counter.audit(screening);
    }
}
