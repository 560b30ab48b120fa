package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

@HouseTest
class PagesTest {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @LocalServerPort
    private int port;

    @Autowired
    private MessageSource words;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void a_person_sees_a_problem_as_a_page_and_a_program_as_a_document() {
        HttpResponse<String> page = visitor.get("/nowhere", "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<h1>There is nothing here</h1>", "Houselights</title>");
        assertThat(visitor.get("/nowhere", "Accept", "application/json").body()).startsWith("{");
        assertThat(visitor.get("/api/nowhere", "Accept", HTML).body()).startsWith("{");
    }

    @Test
    void whoever_has_to_sign_in_is_led_there_and_back() {
        HttpResponse<String> page = visitor.get("/distributors?page=2", "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/sign-in?to=%2Fdistributors%3Fpage%3D2"));
    }

    @Test
    void a_form_sent_with_a_session_that_is_over_is_kept() {
        HttpResponse<String> page = visitor.send(visitor.request("/signed-in", "Accept", HTML)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("message=%3Cb%3E+dear&_csrf=old")));

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("<h1>Nothing is lost</h1>", "name=\"message\" value=\"&lt;b&gt; dear\"")
                .doesNotContain("value=\"old\"");
    }

    @Test
    void a_form_of_an_older_session_is_kept_and_can_be_sent_again() {
        String cookie = "houselights=" + Visitor.token(HouseOfTests.KEY, UUID.randomUUID(), claims -> claims);

        HttpResponse<String> page = visitor.send(visitor.request("/signed-in", "Accept", HTML, "Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("message=dear&_csrf=old")));

        assertThat(page.statusCode()).isEqualTo(403);
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        assertThat(visitor.send(visitor.request("/signed-in", "Accept", "application/json", "Cookie", cookie)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("message=dear&_csrf=" + token.group(1))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void pages_speak_the_language_of_their_reader() {
        assertThat(visitor.get("/nowhere", "Accept", HTML, "Accept-Language", "ko-KR,ko;q=0.9,en;q=0.8")
                        .body())
                .contains("<html lang=\"ko-KR\"", "여기에는 아무것도 없습니다");
        assertThat(visitor.get("/nowhere", "Accept", HTML, "Accept-Language", "ko-Hang-XX-u-nu-thai-x-anything")
                        .body())
                .contains("<html lang=\"ko\"");
        assertThat(visitor.get("/nowhere", "Accept", HTML, "Accept-Language", "fr")
                        .body())
                .contains("<html lang=\"en\"");
        assertThat(visitor.get("/nowhere", "Accept", HTML, "Cookie", "houselights-language=ko")
                        .body())
                .contains("여기에는 아무것도 없습니다");
    }

    @Test
    void a_problem_is_a_page_in_the_language_of_its_reader() {
        String cookie = "houselights=" + Visitor.token(HouseOfTests.KEY, UUID.randomUUID(), claims -> claims);

        assertThat(korean("/troubles/other")).contains("<h1>여기에는 아무것도 없습니다</h1>");
        assertThat(korean("/distributors", "Cookie", cookie)).contains("<h1>권한이 없습니다</h1>", "회원님의 역할로는 할 수 없는 일입니다.");
        assertThat(korean("/troubles/meanwhile")).contains("<h1>그사이에 바뀌었습니다</h1>", "다시 확인해 주세요.");
        assertThat(korean("/things/abc")).contains("<h1>잘못된 입력</h1>", "id: UUID여야 합니다.");
        // Refused by a filter, before anybody has asked for the language.
        assertThat(korean("/kinds?kind=%00")).contains("<h1>잘못된 주소</h1>", "<html lang=\"ko\"", "주소에 깨진 UTF-8");
    }

    private String korean(String path, String... headers) {
        return visitor.get(
                        path,
                        Stream.concat(Stream.of("Accept", HTML, "Accept-Language", "ko"), Stream.of(headers))
                                .toArray(String[]::new))
                .body();
    }

    @Test
    void plurals_are_right_in_every_language() {
        assertThat(words.getMessage("left.days", new Object[] {1L}, Locale.ENGLISH))
                .isEqualTo("1 day");
        assertThat(words.getMessage("left.days", new Object[] {4L}, Locale.UK)).isEqualTo("4 days");
        assertThat(words.getMessage("left.days", new Object[] {4L}, Locale.KOREA))
                .isEqualTo("4일");
    }

    @Test
    void every_word_is_there_in_every_language() {
        assertThat(ResourceBundle.getBundle("words.house", Locale.KOREAN).keySet())
                .isEqualTo(ResourceBundle.getBundle("words.house", Locale.ROOT).keySet());
    }

    @Test
    void files_are_kept_by_browsers_under_an_address_that_changes_with_them() {
        String page = visitor.get("/nowhere", "Accept", HTML).body();
        var sheet =
                Pattern.compile("href=\"(/assets/house-[0-9a-f]{32}\\.css)\"").matcher(page);
        var htmx = Pattern.compile("src=\"(/webjars/htmx\\.org/[^\"]+)\"").matcher(page);

        assertThat(sheet.find()).as(page).isTrue();
        assertThat(visitor.get(sheet.group(1)).headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public");
        assertThat(htmx.find()).as(page).isTrue();
        assertThat(visitor.get(htmx.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_that_is_still_the_same_is_not_sent_again() {
        String changed = visitor.get("/assets/house.css")
                .headers()
                .firstValue("Last-Modified")
                .orElseThrow();

        HttpResponse<String> again = visitor.get("/assets/house.css", "If-Modified-Since", changed);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, public");
    }

    @Test
    void a_page_that_is_still_the_same_is_not_sent_again() {
        HttpResponse<String> page = visitor.get("/who");
        String tag = page.headers().firstValue("ETag").orElseThrow();

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        HttpResponse<String> again = visitor.get("/who", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(visitor.get("/who", "If-None-Match", "W/\"other\"").body()).isEqualTo("nobody");
    }

    @Test
    void nobody_keeps_what_is_shown_to_somebody_who_is_signed_in() {
        String cookie = "houselights=" + Visitor.token(HouseOfTests.KEY, UUID.randomUUID(), claims -> claims);

        HttpResponse<String> page = visitor.get("/who", "Cookie", cookie);

        assertThat(page.body()).isEqualTo("Ada");
        assertThat(page.headers().firstValue("ETag")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void a_page_of_another_release_finds_its_files_under_hashes_that_this_one_does_not_know() {
        String other = "/assets/house-%s.css".formatted("0123456789abcdef".repeat(2));

        assertThat(visitor.get(other).body())
                .isEqualTo(visitor.get("/assets/house.css").body());
        assertThat(visitor.get(other).headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(visitor.get(other).headers().firstValue("Content-Type")).hasValue("text/css");
        assertThat(visitor.get(other.replace("house", "castle")).statusCode()).isEqualTo(404);
        assertThat(visitor.get(other.replace("house", "..%2F..%2Fhouse")).statusCode())
                .isBetween(400, 404);
    }

    @Test
    void nothing_inline_is_needed() {
        assertThat(visitor.get("/nowhere", "Accept", HTML).body())
                .doesNotContainPattern("<script(?! src)|<style| style=| on[a-z]+=|https?://(?!localhost)");
    }
}
