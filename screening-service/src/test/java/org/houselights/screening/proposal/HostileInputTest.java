package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.houselights.screening.Answer;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class HostileInputTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            filmId          | null                                            | filmId
            filmId          | 7                                               | filmId
            filmId          | "seven"                                         | filmId
            filmId          | ["0198c0de-0000-7000-8000-000000000001"]        | filmId
            startsAt        | null                                            | startsAt
            startsAt        | "tomorrow"                                      | startsAt
            startsAt        | "2027-02-30T19:30:00"                           | startsAt
            startsAt        | "2027-02-10T19:30:00Z"                          | startsAt
            startsAt        | "2027-02-10T25:30:00"                           | startsAt
            startsAt        | "1999-01-01T19:30:00"                           | startsAt
            startsAt        | "2020-01-01T19:30:00"                           | startsAt, deadline, startsAt
            startsAt        | "+999999999-12-31T23:59:59"                     | startsAt
            startsAt        | "-999999999-01-01T00:00:00"                     | startsAt
            startsAt        | 1771354800000                                   | startsAt
            deadline        | "+999999999-12-31T23:59:59"                     | deadline
            deadline        | "2020-01-01T19:30:00"                           | deadline
            minutes         | 0                                               | minutes
            minutes         | -90                                             | minutes
            minutes         | 99999999999                                     | minutes
            minutes         | 90.5                                            | minutes
            minutes         | "90"                                            | minutes
            price           | null                                            | price
            price           | 12                                              | price
            price           | "12.00 USD"                                     | price
            price           | {}                                              | price.minorUnits
            price           | {"minorUnits":1200}                             | price.currency
            price           | {"minorUnits":1200,"currency":null}             | price.currency
            price           | {"minorUnits":-1,"currency":"USD"}              | price
            price           | {"minorUnits":1200,"currency":"ZZZ"}            | price.currency
            price           | {"minorUnits":1200,"currency":"usd"}            | price.currency
            price           | {"minorUnits":1200,"currency":"XXX"}            | price
            price           | {"minorUnits":12.5,"currency":"USD"}            | price.minorUnits
            price           | {"minorUnits":100000000001,"currency":"USD"}    | price
            price           | {"minorUnits":9223372036854775807,"currency":"USD"} | price
            price           | {"minorUnits":9223372036854775808,"currency":"USD"} | price.minorUnits
            price           | {"minorUnits":1200,"currency":"USD","tip":1}    | price.tip
            concessionPrice | {"minorUnits":-5,"currency":"USD"}              | concessionPrice
            fixedCosts      | {"minorUnits":9223372036854775807,"currency":"USD"} | fixedCosts
            capacity        | null                                            | capacity
            capacity        | 0                                               | capacity
            capacity        | -1                                              | capacity
            capacity        | 5001                                            | capacity
            capacity        | true                                            | capacity
            wheelchairPlaces| -1                                              | wheelchairPlaces
            minimumTickets  | 0                                               | minimumTickets
            message         | ""                                              | message
            message         | 7                                               | message
            message         | "bell \\u0007"                                  | message
            message         | "half a character \\ud83c"                      | message
            message         | "nul \\u0000"                                   | message
            status          | "CONFIRMED"                                     | status
            id              | "0198c0de-0000-7000-8000-000000000001"          | id
            """)
    void a_wrong_field_is_named(String field, String value, String named) {
        Stories story = Stories.in(town);
        ObjectNode proposal = json.valueToTree(story.proposal());
        proposal.set(field, json.readTree(value));

        for (Answer answer : List.of(
                story.town().put(story.path(), proposal, story.host()),
                story.town().post("/api/screenings", proposal, story.host()))) {
            assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 422);
            assertThat(String.join(", ", answer.fields())).isEqualTo(named);
            assertThat(answer.text("detail")).isNotBlank();
        }
        nothingWasWritten(story);
    }

    @Test
    void bodies_that_are_no_proposal_are_refused() {
        Stories story = Stories.in(town);
        String sound = json.writeValueAsString(story.proposal());
        List<Object> bodies = new ArrayList<>(List.of(
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "not json at all",
                sound + sound,
                sound.replaceFirst("\\{", "{\"capacity\":7,"),
                "[".repeat(100_000),
                "{\"price\":".repeat(5_000),
                brokenUtf8(sound),
                sound.getBytes(StandardCharsets.UTF_16),
                sound.replace("Our town", "x".repeat(10 * 1024 * 1024)),
                sound.replace("Our town", "x".repeat(2_001))));

        for (Object body : bodies) {
            Answer answer = town.send("PUT", story.path(), body, story.host());
            assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 422);
            assertThat(answer.body().path("type").asString()).startsWith("https://houselights.org/problems/");
        }
        assertThat(town.send("PUT", story.path(), null, story.host()).status()).isEqualTo(400);
        nothingWasWritten(story);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=OPEN",
                "?status=ON_SALE,nonsense",
                "?filmId=7",
                "?country=USA",
                "?country=us",
                "?country=",
                "?from=yesterday",
                "?to=2027-02-10",
                "?mine=perhaps",
                "?page=-1",
                "?page=x",
                "?size=0",
                "?size=101",
                "?city=%00",
                "?city=%ff%fe",
                "/not-an-id",
                "/%2e%2e%2f"
            })
    void questions_that_make_no_sense_are_refused(String question) {
        assertThat(town.get("/api/screenings" + question, town.operator()).status())
                .isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=+999999999-12-31T23:59:59Z", "to=-999999999-01-01T00:00:00Z", "city=%25%27%3B--"})
    void questions_that_make_little_sense_are_answered(String question) {
        assertThat(town.get("/api/screenings?" + question.replace("+", "%2B"), null)
                        .status())
                .isEqualTo(200);
    }

    static Stream<String> reasons() {
        return Stream.of(
                "{}",
                "{\"reason\":null}",
                "{\"reason\":\"\"}",
                "{\"reason\":\" \"}",
                "{\"reason\":7}",
                "{\"reason\":\"" + "x".repeat(2_001) + "\"}",
                "{\"why\":\"so\"}",
                "");
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void a_decision_that_needs_a_reason_is_not_made_without_one(String body) {
        Stories story = Stories.in(town).proposed();

        for (String move : List.of("decline", "ask-for-changes")) {
            assertThat(town.post(story.path() + "/" + move, body, story.distributor())
                            .status())
                    .isEqualTo(400);
        }
        assertThat(story.status()).isEqualTo("PROPOSED");
    }

    @Test
    void the_calculator_withstands_any_figures() {
        assertThat(calculate(50_000, 1_200, "USD", 0, 540, 100)
                        .body()
                        .path("tickets")
                        .asInt())
                .isEqualTo(66);
        assertThat(calculate(50_000, 1_200, "USD", 0, 540, 65).problem()).isEqualTo("threshold-out-of-reach");
        assertThat(calculate(50_000, 0, "USD", 0, 540, 100).text("detail"))
                .isEqualTo("A ticket leaves nothing to pay for the screening. "
                        + "Raise the price to at least $8.04 or lower the costs.");
        assertThat(calculate(50_000, 1_200, "KRW", 0, 540, 100).fields()).containsExactly("price");
        assertThat(calculate(100_000_000_000L, 1, "USD", 5_000, 9_999, 5_000).problem())
                .isEqualTo("threshold-out-of-reach");
        assertThat(calculate(Long.MAX_VALUE, 1, "USD", 0, 0, 1).fields()).containsExactly("venueHire");
        assertThat(calculate(1, 1, "USD", 5_001, 10_001, 5_001).fields())
                .containsExactly("capacity", "hostShareBasisPoints", "salesTaxBasisPoints");
    }

    private Answer calculate(long hire, long price, String currency, int tax, int hostShare, int capacity) {
        String figures = """
                {"venueHire":{"minorUnits":%d,"currency":"USD"},"licenceMinimum":{"minorUnits":15000,"currency":"USD"},
                 "fixedCosts":{"minorUnits":5000,"currency":"USD"},"price":{"minorUnits":%d,"currency":"%s"},
                 "salesTaxBasisPoints":%d,"ticketCosts":{"minorUnits":60,"currency":"USD"},"ticketCostBasisPoints":0,
                 "hostShareBasisPoints":%d,"capacity":%d}""".formatted(hire, price, currency, tax, hostShare, capacity);
        return town.post("/api/threshold", figures, null);
    }

    private static byte[] brokenUtf8(String sound) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] parts = sound.split("Our town", 2);
        bytes.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
        bytes.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private void nothingWasWritten(Stories story) {
        assertThat(jdbc.sql("select count(*) from screening where host_id = ?")
                        .param(story.host().personId())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(town.told(story.screening().toString())).isEmpty();
    }
}
