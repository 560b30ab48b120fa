package org.houselights.screening.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.houselights.screening.account.Visitor.Answer;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.Secrets;
import org.houselights.web.access.Badges;
import org.houselights.web.access.CsrfTokens;
import org.houselights.web.page.Languages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AccountTest
class SignInTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Badges badges;

    @Autowired
    private ForgetOldSignIns forgetOldSignIns;

    private final int test = TESTS.incrementAndGet();
    private final String ada = "ada%d@example.org".formatted(test);
    private Visitor visitor = Visitor.program(0, "");

    @BeforeEach
    void open() {
        // Each test comes from a network of its own, so that the limits of one do not stop another.
        visitor = Visitor.program(port, "203.0.113." + test);
    }

    @Test
    void whoever_reads_the_mail_of_an_address_is_signed_in_as_a_new_host() {
        Answer asked = visitor.send("POST", "/api/sign-in", Map.of("email", ada, "name", "Ada", "locale", "fr"));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(mail(ada).path("link").asString()).startsWith("http://localhost:8080/sign-in#");

        Answer signedIn = confirm(linkFor(ada));

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.body().path("person").path("name").asString()).isEqualTo("Ada");
        Answer me = visitor.get("/api/me", bearer(signedIn));
        assertThat(me.body().path("email").asString()).isEqualTo(ada);
        assertThat(me.body().path("locale").asString()).isEqualTo("fr");
        assertThat(me.body().path("roles").toString()).isEqualTo("[\"HOST\"]");
    }

    @Test
    void a_person_is_the_same_however_the_address_is_written() {
        String first = signIn(ada).body().path("person").path("id").asString();
        String again = signIn(ada.toUpperCase(Locale.ROOT))
                .body()
                .path("person")
                .path("id")
                .asString();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_link_works_once() {
        ask(ada);
        String link = linkFor(ada);

        assertThat(confirm(link).status()).isEqualTo(200);
        assertThat(confirm(link).problem()).isEqualTo("sign-in-link-over");
    }

    @Test
    void of_twenty_who_use_a_link_at_once_one_is_signed_in() throws Exception {
        ask(ada);
        String link = linkFor(ada);

        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> confirm(link).status();
            List<Integer> answers = crowd.invokeAll(Collections.nCopies(20, one)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 422);
        }
    }

    @Test
    void a_link_works_for_a_quarter_of_an_hour() {
        ask(ada);
        String link = linkFor(ada);

        clock.advance(Duration.ofMinutes(15));

        assertThat(confirm(link).problem()).isEqualTo("sign-in-link-over");
        assertThat(confirm(Secrets.next()).problem()).isEqualTo("sign-in-link-over");
    }

    @Test
    void looking_at_a_link_changes_nothing() {
        ask(ada);
        String link = linkFor(ada);

        assertThat(visitor.get("/api/sign-in/confirm").status()).isEqualTo(405);
        assertThat(confirm(link).status()).isEqualTo(200);
    }

    @Test
    void the_answer_is_the_same_whether_the_address_is_known_or_not() {
        signIn(ada);

        Answer known = ask(ada);
        Answer unknown = ask("nobody-" + ada);

        assertThat(known).isEqualTo(unknown);
    }

    @Test
    void neither_link_nor_refresh_token_is_kept_in_the_database() {
        ask(ada);
        String link = linkFor(ada);
        Answer signedIn = confirm(link);

        List<String> kept = jdbc.sql(
                        "select token_hash from sign_in_link union all select token_hash from refresh_token")
                .query(String.class)
                .list();

        assertThat(kept)
                .contains(Secrets.hash(link))
                .doesNotContain(link, signedIn.body().path("refreshToken").asString());
    }

    @Test
    void one_address_gets_five_links_an_hour() {
        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(each -> Visitor.program(port, "198.51.100." + each)
                        .send("POST", "/api/sign-in", Map.of("email", ada))
                        .status())
                .toList();

        assertThat(answers).containsExactly(202, 202, 202, 202, 202, 429);
        clock.advance(Duration.ofHours(1));
        assertThat(ask(ada).status()).isEqualTo(202);
    }

    @Test
    void whoever_asks_too_often_is_told_so_in_their_language() {
        Visitor korean = Visitor.browser(port, "203.0.113." + test);
        korean.remember(Languages.COOKIE, "ko");

        List<Visitor.Page> pages = IntStream.range(0, 6)
                .mapToObj(each -> korean.submit("/sign-in", Map.of("email", ada)))
                .toList();

        assertThat(pages.getLast().status()).isEqualTo(429);
        assertThat(pages.getLast().html()).contains("너무 잦습니다. 나중에 다시 해 주세요.");
    }

    @Test
    void one_network_gets_twenty_links_an_hour() {
        List<Integer> answers = IntStream.range(0, 21)
                .mapToObj(each -> ask(each + ada).status())
                .toList();

        assertThat(answers.subList(0, 20)).containsOnly(202);
        assertThat(answers.getLast()).isEqualTo(429);
    }

    @Test
    void an_address_that_could_split_a_mail_header_is_refused() {
        Answer refused = ask("ada@example.org\r\nBcc: eve@example.org");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("email");
    }

    @Test
    void a_token_lives_a_quarter_of_an_hour_and_is_refreshed() {
        Answer signedIn = signIn(ada);

        clock.advance(AccessTokens.LIFE.plusSeconds(1));
        assertThat(visitor.get("/api/me", bearer(signedIn)).status()).isEqualTo(401);

        Answer refreshed = refresh(signedIn);
        assertThat(visitor.get("/api/me", bearer(refreshed)).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_that_comes_back_ends_every_sign_in_of_its_person() {
        Answer signedIn = signIn(ada);
        Answer refreshed = refresh(signedIn);
        assertThat(refresh(signedIn).problem()).isEqualTo("just-refreshed");

        clock.advance(Duration.ofSeconds(10));

        assertThat(refresh(signedIn).status()).isEqualTo(401);
        assertThat(refresh(refreshed).status()).isEqualTo(401);
        assertThat(visitor.get("/api/me", bearer(refreshed)).status()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_a_month_of_silence_and_is_forgotten() {
        Answer signedIn = signIn(ada);

        clock.advance(RefreshToken.LIFE.plusSeconds(1));

        assertThat(refresh(signedIn).status()).isEqualTo(401);
        forgetOldSignIns.run();
        assertThat(jdbc.sql("select count(*) from session").query(Long.class).single())
                .isZero();
    }

    @Test
    void a_browser_is_signed_in_by_cookies_and_protected_against_other_sites() {
        ask(ada);
        Visitor browser = Visitor.browser(port, "203.0.113." + test);
        browser.send("POST", "/api/sign-in/confirm", Map.of("token", linkFor(ada)));

        assertThat(browser.get("/api/me").status()).isEqualTo(200);
        Map<String, String> name = Map.of("name", "Ada Lovelace");
        assertThat(browser.send("PATCH", "/api/me", name).problem()).isEqualTo("csrf-token-missing");
        String csrf = browser.cookie(CsrfTokens.COOKIE);
        assertThat(browser.send("PATCH", "/api/me", name, CsrfTokens.HEADER, csrf)
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("Ada Lovelace");
        assertThat(browser.send("POST", "/api/session/refresh", null, CsrfTokens.HEADER, csrf)
                        .status())
                .isEqualTo(200);
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
        assertThat(browser.send("POST", "/api/session/sign-out", null, CsrfTokens.HEADER, csrf)
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_every_sign_in_at_once_and_tells_the_other_services() {
        Answer phone = signIn(ada);
        Answer laptop = signIn(ada);

        Answer out = visitor.send("POST", "/api/session/sign-out", null, bearer(laptop));

        assertThat(out.status()).isEqualTo(204);
        assertThat(visitor.get("/api/me", bearer(laptop)).status()).isEqualTo(401);
        assertThat(visitor.get("/api/me", bearer(phone)).status()).isEqualTo(401);
        assertThat(refresh(phone).status()).isEqualTo(401);
        assertThat(events("SessionsRevoked", id(laptop))).hasSize(1);
        assertThat(visitor.get("/api/me", bearer(signIn(ada))).status()).isEqualTo(200);
    }

    @Test
    void other_rights_end_every_sign_in_and_the_same_rights_do_not() {
        Answer signedIn = signIn(ada);
        UUID company = UUID.randomUUID();
        put("/api/companies/" + company, Map.of("name", "Naked Edge", "country", "US"));
        Map<String, Object> entry = Map.of(
                "email", ada, "name", "Ada", "locale", "en", "roles", List.of("DISTRIBUTOR"), "companyId", company);

        assertThat(enter(id(signedIn), entry).status()).isEqualTo(200);
        assertThat(visitor.get("/api/me", bearer(signedIn)).status()).isEqualTo(401);

        Answer again = signIn(ada);
        assertThat(again.body().path("person").path("companyId").asString()).isEqualTo(company.toString());
        assertThat(enter(id(signedIn), entry).status()).isEqualTo(200);
        assertThat(visitor.get("/api/me", bearer(again)).status()).isEqualTo(200);
    }

    @Test
    void the_address_of_the_operator_makes_its_reader_operator() {
        Answer olga = signIn("Olga@example.org");

        Answer people = visitor.get("/api/people?email=olga@example.org", bearer(olga));

        assertThat(people.status()).isEqualTo(200);
        assertThat(people.body().path("total").asInt()).isEqualTo(1);
        assertThat(people.body().path("items").path(0).path("roles").toString()).contains("OPERATOR");
    }

    @Test
    void an_operator_enters_people_again_and_again_without_doubles() {
        UUID id = UUID.randomUUID();
        Map<String, Object> entry = Map.of("email", ada, "name", "Ada", "locale", "en", "roles", List.of("HOST"));

        assertThat(enter(id.toString(), entry).status()).isEqualTo(200);
        assertThat(enter(id.toString(), entry).status()).isEqualTo(200);
        assertThat(id(signIn(ada))).isEqualTo(id.toString());
        assertThat(enter(UUID.randomUUID().toString(), entry).problem()).isEqualTo("address-taken");
    }

    @Test
    void a_distributor_needs_a_company() {
        Answer refused = enter(
                UUID.randomUUID().toString(),
                Map.of("email", ada, "name", "Ada", "locale", "en", "roles", List.of("DISTRIBUTOR")));

        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("companyId");
    }

    @Test
    void the_published_keys_hold_nothing_secret() {
        JsonNode key = visitor.get("/.well-known/jwks.json").body().path("keys").path(0);

        assertThat(key.path("kid").asString()).isNotEmpty();
        assertThat(key.has("d")).isFalse();
    }

    private Answer ask(String email) {
        return visitor.send("POST", "/api/sign-in", Map.of("email", email));
    }

    private Answer confirm(String token) {
        return visitor.send("POST", "/api/sign-in/confirm", Map.of("token", token));
    }

    private Answer signIn(String email) {
        ask(email);
        return confirm(linkFor(email.toLowerCase(Locale.ROOT)));
    }

    private Answer refresh(Answer signedIn) {
        return visitor.send(
                "POST",
                "/api/session/refresh",
                Map.of("refreshToken", signedIn.body().path("refreshToken").asString()));
    }

    private Answer enter(String id, Map<String, Object> entry) {
        return put("/api/people/" + id, entry);
    }

    private Answer put(String path, Map<String, Object> entry) {
        Caller operator =
                new Caller(UUID.randomUUID(), "operator@example.org", "Operator", Set.of(Role.OPERATOR), null);
        return visitor.send("PUT", path, entry, "Authorization", badges.bearer(operator));
    }

    private static String id(Answer signedIn) {
        return signedIn.body().path("person").path("id").asString();
    }

    private static String[] bearer(Answer signedIn) {
        return new String[] {
            "Authorization", "Bearer " + signedIn.body().path("token").asString()
        };
    }

    private String linkFor(String email) {
        String link = mail(email).path("link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    private JsonNode mail(String email) {
        return events("SignInRequested", Secrets.hash(email)).getLast();
    }

    private List<JsonNode> events(String type, String key) {
        JsonMapper json = JsonMapper.builder().build();
        return jdbc
                .sql("select body from outbox where type = :type and key = :key order by id")
                .param("type", "org.houselights." + type)
                .param("key", key)
                .query(String.class)
                .list()
                .stream()
                .map(json::readTree)
                .toList();
    }
}
