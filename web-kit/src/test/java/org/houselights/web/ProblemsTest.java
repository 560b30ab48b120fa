package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class ProblemsTest {

    private static final String GOOD = """
            {"name":"Ada","email":"ada@example.org","price":{"minorUnits":1200,"currency":"USD"},"lines":[{"kind":"FULL","quantity":2}]}""";

    @LocalServerPort
    private int port;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void a_good_request_is_answered() {
        assertThat(visitor.post("/orders", GOOD)).matches(answer -> answer.statusCode() == 200, "200");
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "Ada"           | " "                            | name               | must not be blank
            "Ada"           | "A\\u0000da"                   | name               | must not contain control characters or broken characters
            "Ada"           | "A\\uD800da"                   | name               | must not contain control characters or broken characters
            "Ada"           | "A\\nda"                       | name               | must be a single line
            "Ada"           | 12                             | name               | must be a text
            "Ada"           | null                           | name               | must be given
            "Ada"           | "1234567890123456789012345678901234567890x" | name  | must have at most 40 characters
            ada@            | ada\\r\\nBcc: eve@             | email              | must be a mail address, such as name@example.org
            "USD"           | "USX"                          | price.currency     | must be the code of an ISO 4217 currency, such as USD
            1200            | 12.5                           | price.minorUnits   | must be a whole number from -9223372036854775808 to 9223372036854775807
            1200            | "1200"                         | price.minorUnits   | must be a whole number from -9223372036854775808 to 9223372036854775807
            1200            | -1                             | price              | is refused: An amount of money can't be negative
            ,"currency":"USD" | ''                         | price.currency     | must be the code of an ISO 4217 currency, such as USD
            "USD"           | null                           | price.currency     | must be the code of an ISO 4217 currency, such as USD
            "USD"           | "XAU"                          | price              | is refused: XAU is not a currency that anybody pays with
            "FULL"          | "FREE"                         | lines[0].kind      | must be one of FULL, CONCESSION
            "FULL"          | 0                              | lines[0].kind      | must be one of FULL, CONCESSION
            "FULL"          | "0"                            | lines[0].kind      | must be one of FULL, CONCESSION
            "quantity":2    | "quantity":0                   | lines[0].quantity  | must be greater than or equal to 1
            "quantity":2    | "quantity":11                  | lines[0].quantity  | must be less than or equal to 10
            "quantity":2    | "quantity":null                | lines[0].quantity  | must be a whole number from -2147483648 to 2147483647
            "quantity":2    | "quantity":99999999999         | lines[0].quantity  | must be a whole number from -2147483648 to 2147483647
            "quantity":2    | "quantity":2,"seat":"A1"       | lines[0].seat      | is not a field of this request
            "lines"         | "zone":"Mars/Dome","lines"     | zone               | must be a time zone of the IANA database, such as America/New_York
            "lines"         | "film":"abc","lines"           | film               | must be a UUID
            "lines"         | "at":"tomorrow","lines"        | at                 | must be a moment such as 2026-11-20T22:00:00Z
            "lines"         | "starts":"2026-11-20T19:30:00Z","lines" | starts    | must be a local date and time such as 2026-11-20T19:30:00
            "lines":[       | "lines":7,"zone":[             | lines              | must be a list
            """)
    void a_wrong_field_is_named(String good, String bad, String field, String message) {
        HttpResponse<String> answer = visitor.post("/orders", GOOD.replace(good, bad));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("https://houselights.org/problems/invalid-input")
                .contains("\"errors\":[{\"field\":\"%s\",\"message\":\"%s\"}]".formatted(field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":        | line 1
            []              | must be one JSON object
            {} {}           | must be one JSON object
            {"name":"a","name":"b"} | line 1
            """)
    void json_that_is_no_request_is_refused(String body, String sentence) {
        HttpResponse<String> answer = visitor.post("/orders", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unreadable-body", sentence);
    }

    @Test
    void a_missing_body_is_refused() {
        assertThat(visitor.post("/orders", "").body()).contains("The body is missing");
    }

    @Test
    void utf16_is_refused() {
        HttpResponse<String> answer = visitor.send(visitor.request("/orders", "Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(GOOD.getBytes(StandardCharsets.UTF_16))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not well-formed JSON in UTF-8");
    }

    @Test
    void broken_utf8_is_refused() {
        byte[] broken = GOOD.replace("Ada", "A?a").getBytes(StandardCharsets.UTF_8);
        broken[new String(broken, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;

        HttpResponse<String> answer = visitor.send(visitor.request("/orders", "Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(broken)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unreadable-body");
    }

    @Test
    void text_arrives_in_the_composed_form() {
        assertThat(visitor.post("/orders", GOOD.replace("Ada", "Ame\u0301lie")).body())
                .contains("Am\u00e9lie");
    }

    @Test
    void a_body_of_ten_megabytes_is_refused_whether_announced_or_not() {
        String large = GOOD.replace("Ada", "x".repeat(10_000_000));

        assertThat(visitor.post("/orders", large).statusCode()).isEqualTo(413);

        HttpResponse<String> chunked = visitor.send(visitor.request("/orders", "Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("body-too-large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /things/abc                                            | 400 | "field":"id","message":"must be a UUID"
            /things/018f0000-0000-7000-8000-000000000000?depth=9   | 400 | "field":"depth"
            /things/018f0000-0000-7000-8000-000000000000?depth=x   | 400 | "field":"depth","message":"must be a whole number
            /pages?size=101                                        | 400 | "field":"size","message":"must be between 1 and 100"
            /pages?page=-1                                         | 400 | "field":"page"
            /pages?page=many                                       | 400 | must be a whole number
            /kinds                                                 | 400 | "field":"kind","message":"must be given"
            /kinds?kind=FULL                                       | 400 | "field":"X-Needed","message":"must be given"
            /kinds?kind=free                                       | 400 | must be one of FULL, CONCESSION
            /kinds?kind=%FF                                        | 400 | problems/malformed-address
            /kinds?kind=%00                                        | 400 | problems/malformed-address
            /things/%2e%2e%2f                                      | 400 | problems/bad-request
            /who;x=1                                               | 400 | problems/bad-request
            /nothing                                               | 404 | problems/not-found
            /orders                                                | 405 | problems/method-not-allowed
            /troubles/constraint                                   | 409 | problems/already-there
            /troubles/unknown-constraint                           | 409 | problems/conflict
            /troubles/meanwhile                                    | 409 | problems/changed-meanwhile
            /troubles/lock                                         | 503 | problems/unavailable
            /troubles/slow                                         | 503 | problems/unavailable
            /troubles/away                                         | 503 | problems/unavailable
            /troubles/value                                        | 400 | Twelve is too many.
            /troubles/unknown                                      | 500 | problems/internal-error
            """)
    void every_failure_is_a_problem_and_tells_no_secret(String path, int status, String part) {
        HttpResponse<String> answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("secret").contains(part);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @Test
    void other_media_types_and_api_versions_are_refused() {
        HttpResponse<String> form = visitor.send(
                visitor.request("/orders", "Content-Type", "text/plain").POST(BodyPublishers.ofString("hello")));

        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.body()).contains("problems/unsupported-media-type");
        assertThat(visitor.get("/who", "API-Version", "9").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/who", "API-Version", "1").statusCode()).isEqualTo(200);
    }

    @Test
    void a_problem_is_told_in_the_language_that_is_asked_for() {
        HttpResponse<String> wrong =
                visitor.send(visitor.request("/orders", "Content-Type", "application/json", "Accept-Language", "ko")
                        .POST(BodyPublishers.ofString(GOOD.replace("Ada", "x".repeat(41)))));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Language")).hasValue("ko");
        assertThat(wrong.body())
                .contains("problems/invalid-input", "\"title\":\"Invalid input\"")
                .contains("\"detail\":\"name: 최대 40자까지 쓸 수 있습니다.\"")
                .contains("\"field\":\"name\",\"message\":\"최대 40자까지 쓸 수 있습니다\"");
        assertThat(visitor.get("/kinds?kind=%00", "Accept-Language", "ko").body())
                .contains("주소에 깨진 UTF-8");
        assertThat(visitor.get("/kinds", "Accept-Language", "ko").body()).contains("입력해 주세요");
        assertThat(visitor.get("/kinds?kind=%00", "Accept-Language", "fr")
                        .headers()
                        .firstValue("Content-Language"))
                .hasValue("en");
    }

    @Test
    void an_answer_says_how_long_it_is_and_comes_in_one_piece() {
        HttpResponse<String> answer = visitor.post("/orders", GOOD);

        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @Test
    void the_api_describes_itself() {
        HttpResponse<String> answer = visitor.get("/api/openapi/tests");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"bearerFormat\":\"JWT\"", "#/components/schemas/Problem", "\"name\":\"size\"")
                .doesNotContain("caller", "/error");
    }
}
