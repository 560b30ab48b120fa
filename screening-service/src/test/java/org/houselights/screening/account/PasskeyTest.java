package org.houselights.screening.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
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
import org.houselights.screening.account.Visitor.Page;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.houselights.web.Secrets;
import org.houselights.web.access.Badges;
import org.houselights.web.access.CsrfTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AccountTest
class PasskeyTest {

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private static final String REFUSED = "This passkey does not open the house, or no longer.";
    private static final String TOO_LATE = "That took too long, or was sent before.";
    private static final String NOT_MADE = "No passkey was made that the house can use.";

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

    private Visitor laptop = Visitor.program(0, "");
    private PretendAuthenticator key = new PretendAuthenticator();
    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void sit_down() {
        laptop = newBrowser();
        key = new PretendAuthenticator();
        ada = signIn(laptop);
    }

    @Test
    void a_passkey_signs_its_owner_in_again_and_again() {
        assertThat(add(laptop, key).location()).isEqualTo("/me#passkeys");

        Visitor later = newBrowser();
        assertThat(signIn(later, key).location()).isEqualTo("/host");
        assertThat(me(later)).isEqualTo(ada);
        assertThat(signIn(newBrowser(), key).location()).isEqualTo("/host");
    }

    @Test
    void it_leads_to_where_one_wanted_to_go_in_the_house_and_nowhere_else() {
        add(laptop, key);

        assertThat(signIn(newBrowser(), key, "/me").location()).isEqualTo("/me");
        assertThat(signIn(newBrowser(), key, "//elsewhere.example").location()).isEqualTo("/host");
    }

    @Test
    void everybody_is_asked_the_same_and_nobody_learns_who_has_a_passkey() {
        add(laptop, key);

        JsonNode asked = question(newBrowser());

        assertThat(asked.path("allowCredentials").isEmpty()).isTrue();
        assertThat(asked.path("rpId").asString()).isEqualTo("localhost");
        assertThat(asked.path("userVerification").asString()).isEqualTo("required");
        assertThat(asked.path("challenge").asString()).hasSize(43);
    }

    @Test
    void a_new_one_is_asked_for_where_none_of_theirs_is_yet() {
        add(laptop, key);

        JsonNode asked = newQuestion(laptop);

        assertThat(asked.path("rp").path("id").asString()).isEqualTo("localhost");
        assertThat(asked.path("excludeCredentials")).hasSize(1);
        assertThat(asked.path("authenticatorSelection").path("residentKey").asString())
                .isEqualTo("required");
        assertThat(asked.path("authenticatorSelection").path("userVerification").asString())
                .isEqualTo("required");
        assertThat(asked.path("attestation").asString()).isEqualTo("none");
        assertThat(asked.path("pubKeyCredParams")
                        .valueStream()
                        .map(one -> one.path("alg").asInt()))
                .containsExactly(-7, -8, -257);
    }

    @Test
    void an_answer_is_good_once() {
        add(laptop, key);
        Visitor later = newBrowser();
        JsonNode asked = question(later);
        String challenge = later.cookie(BrowserMemory.CHALLENGE);
        String answer = key.sign(asked);

        assertThat(hand(later, challenge, answer).location()).isEqualTo("/host");
        refuses(hand(newBrowser(), challenge, answer), TOO_LATE);
    }

    @Test
    void of_twenty_who_hand_in_an_answer_at_once_one_is_signed_in() throws Exception {
        add(laptop, key);
        Visitor later = newBrowser();
        String answer = key.sign(question(later));
        String challenge = later.cookie(BrowserMemory.CHALLENGE);

        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> hand(newBrowser(), challenge, answer).status();
            List<Integer> answers = crowd.invokeAll(Collections.nCopies(20, one)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).containsOnlyOnce(302).containsOnly(302, 422);
        }
    }

    @Test
    void a_wrong_answer_uses_the_challenge_up() {
        add(laptop, key);
        Visitor later = newBrowser();
        JsonNode asked = question(later);
        String challenge = later.cookie(BrowserMemory.CHALLENGE);

        refuses(hand(later, challenge, new PretendAuthenticator().sign(asked)), REFUSED);
        refuses(hand(later, challenge, key.sign(asked)), TOO_LATE);
    }

    @Test
    void a_challenge_lives_five_minutes_and_is_forgotten() {
        add(laptop, key);
        Visitor later = newBrowser();
        String answer = key.sign(question(later));

        String challenge = later.cookie(BrowserMemory.CHALLENGE);
        clock.advance(Duration.ofMinutes(5));

        refuses(hand(newBrowser(), challenge, answer), TOO_LATE);
        clock.advance(Duration.ofSeconds(1));
        forgetOldSignIns.run();
        assertThat(jdbc.sql("select count(*) from passkey_challenge")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_answer_counts_in_the_browser_that_was_asked() {
        add(laptop, key);
        Visitor asked = newBrowser();
        Visitor other = newBrowser();
        question(other);

        String overheard = key.sign(question(asked));

        refuses(hand(newBrowser(), "", overheard), TOO_LATE);
        refuses(hand(other, other.cookie(BrowserMemory.CHALLENGE), overheard), REFUSED);
    }

    @Test
    void the_challenge_is_kept_from_scripts_other_sites_and_readers_of_the_database() {
        Page asked = laptop.submit("/sign-in/passkey/options", Map.of());
        String challenge = laptop.cookie(BrowserMemory.CHALLENGE);

        assertThat(asked.cookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("houselights-passkey=" + challenge)
                        .contains("Max-Age=300", "HttpOnly", "SameSite=Strict"));
        assertThat(jdbc.sql("select challenge_hash from passkey_challenge")
                        .query(String.class)
                        .list())
                .contains(Secrets.hash(challenge))
                .doesNotContain(challenge);
    }

    @Test
    void what_was_signed_for_another_site_opens_nothing() {
        add(laptop, key);

        refuses(signIn(newBrowser(), key.lookingAt("http://localhost:8081")), REFUSED);
        refuses(signIn(newBrowser(), key.lookingAt("https://houselights.example")), REFUSED);
        refuses(signIn(newBrowser(), key.lookingAt("http://localhost:8080").of("houselights.example")), REFUSED);
        assertThat(signIn(newBrowser(), key.of("localhost")).status()).isEqualTo(302);
    }

    @Test
    void a_passkey_is_made_in_the_house_only() {
        refuses(add(laptop, key.lookingAt("http://localhost:8081")), NOT_MADE);
        refuses(add(laptop, new PretendAuthenticator().of("houselights.example")), NOT_MADE);
    }

    @Test
    void a_device_that_does_not_make_sure_who_touches_it_opens_nothing() {
        refuses(add(laptop, new PretendAuthenticator().touchedByAnybody()), NOT_MADE);
        add(laptop, key);

        refuses(signIn(newBrowser(), key.touchedByAnybody()), REFUSED);
    }

    @Test
    void a_copy_is_noticed_when_it_counts_what_was_counted_before() {
        add(laptop, key);
        signIn(newBrowser(), key);

        refuses(signIn(newBrowser(), key.asItWasBefore()), REFUSED);
        assertThat(signIn(newBrowser(), key).status()).isEqualTo(302);
    }

    @Test
    void nobody_signs_in_as_somebody_else() {
        add(laptop, key);
        Visitor bens = newBrowser();
        UUID ben = signIn(bens);
        PretendAuthenticator benKey = new PretendAuthenticator();
        add(bens, benKey);

        Visitor thief = newBrowser();
        refuses(handIn(thief, benKey.claimsToBe(key, question(thief))), REFUSED);
        refuses(handIn(thief, benKey.speaksFor(key, question(thief))), REFUSED);
        signIn(thief, benKey);
        assertThat(me(thief)).isEqualTo(ben);
    }

    @Test
    void a_challenge_to_add_is_for_the_one_who_asked_and_not_for_signing_in() {
        add(laptop, key);
        Visitor bens = newBrowser();
        signIn(bens);

        String signed = key.sign(newQuestion(laptop));
        refuses(hand(newBrowser(), laptop.cookie(BrowserMemory.CHALLENGE), signed), TOO_LATE);

        String made = new PretendAuthenticator().make(newQuestion(laptop));
        bens.remember(BrowserMemory.CHALLENGE, laptop.cookie(BrowserMemory.CHALLENGE));
        refuses(save(bens, "Mine", made), TOO_LATE);

        refuses(save(laptop, "Mine", new PretendAuthenticator().make(question(laptop))), TOO_LATE);
    }

    @Test
    void a_passkey_belongs_to_one_person() {
        add(laptop, key);
        Visitor bens = newBrowser();
        signIn(bens);

        Page taken = add(bens, key);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.html()).contains("This passkey has been added before.");
    }

    @Test
    void a_passkey_that_is_removed_opens_nothing_and_others_remove_none() {
        add(laptop, key);
        Visitor bens = newBrowser();
        signIn(bens);

        assertThat(bens.submit(removal(ada), Map.of()).status()).isEqualTo(404);
        assertThat(signIn(newBrowser(), key).status()).isEqualTo(302);
        assertThat(laptop.submit(removal(ada), Map.of()).location()).isEqualTo("/me#passkeys");

        refuses(signIn(newBrowser(), key), REFUSED);
    }

    @Test
    void signing_out_ends_what_a_passkey_began_and_leaves_the_passkey() {
        add(laptop, key);
        Visitor phone = newBrowser();
        signIn(phone, key);

        laptop.submit("/sign-out", Map.of());

        assertThat(phone.get("/api/me").status()).isEqualTo(401);
        assertThat(signIn(newBrowser(), key).status()).isEqualTo(302);
    }

    @Test
    void another_address_takes_the_passkeys_away_and_other_rights_do_not() {
        add(laptop, key);

        enter(ada, "ada-" + ada + "@example.org", "OPERATOR");
        assertThat(signIn(newBrowser(), key).location()).isEqualTo("/operations");

        enter(ada, "successor-of-" + ada + "@example.org", "OPERATOR");
        refuses(signIn(newBrowser(), key), REFUSED);
    }

    @Test
    void nonsense_is_refused_in_words() {
        List<String> nonsense =
                List.of("", "null", "[]", "{}", "{\"id\":\"\"}", "\u0000", "{\"response\":{}}", "x".repeat(9000));
        for (String answer : nonsense) {
            Visitor stranger = newBrowser();
            question(stranger);
            refuses(handIn(stranger, answer), REFUSED);
            newQuestion(laptop);
            refuses(save(laptop, "Mine", answer), NOT_MADE);
        }
    }

    @Test
    void a_passkey_needs_a_name() {
        JsonNode asked = newQuestion(laptop);

        Page again = save(laptop, " ", key.make(asked));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.html()).contains("href=\"#passkeyName\"");
    }

    @Test
    void ten_are_enough_for_anybody() {
        IntStream.range(0, Passkey.MOST).forEach(each -> add(laptop, new PretendAuthenticator()));

        refuses(add(laptop, key), "More than 10 passkeys are not kept.");
    }

    @Test
    void one_network_is_asked_twenty_times_an_hour() {
        Visitor stranger = newBrowser();

        List<Integer> answers = IntStream.range(0, 21)
                .mapToObj(each ->
                        stranger.send("POST", "/sign-in/passkey/options", null).status())
                .toList();

        assertThat(answers).containsOnly(200, 429).endsWith(200, 429);
        clock.advance(Duration.ofHours(1));
        assertThat(stranger.send("POST", "/sign-in/passkey/options", null).status())
                .isEqualTo(200);
    }

    @Test
    void no_other_site_adds_a_passkey() {
        assertThat(laptop.send("POST", "/me/passkeys/options", null).problem()).isEqualTo("csrf-token-missing");
    }

    private Visitor newBrowser() {
        return Visitor.browser(port, "2001:db8:0:%x::1".formatted(NETWORKS.incrementAndGet()));
    }

    /** Signs somebody new in by link. */
    private UUID signIn(Visitor browser) {
        String token = Secrets.next();
        UUID person = UUID.randomUUID();
        enter(person, "ada-" + person + "@example.org", "HOST");
        jdbc.sql("""
                        insert into sign_in_link (token_hash, email, locale, expires_at)
                        values (:hash, :email, 'en', :later::timestamptz)""")
                .param("hash", Secrets.hash(token))
                .param("email", "ada-" + person + "@example.org")
                .param("later", clock.instant().plusSeconds(60).toString())
                .update();
        browser.submit("/sign-in/confirm", Map.of("token", token));
        return person;
    }

    private void enter(UUID person, String address, String role) {
        Caller operator =
                new Caller(UUID.randomUUID(), "operator@example.org", "Operator", Set.of(Role.OPERATOR), null);
        Map<String, Object> entry = Map.of("email", address, "name", "Ada", "locale", "en", "roles", List.of(role));
        Answer entered = Visitor.program(port, "198.51.100.7")
                .send("PUT", "/api/people/" + person, entry, "Authorization", badges.bearer(operator));
        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(200);
    }

    private static UUID me(Visitor browser) {
        return UUID.fromString(browser.get("/api/me").body().path("id").asString());
    }

    private static JsonNode question(Visitor browser) {
        return ask(browser, "/sign-in/passkey/options");
    }

    private static JsonNode newQuestion(Visitor browser) {
        return ask(browser, "/me/passkeys/options");
    }

    private static JsonNode ask(Visitor browser, String path) {
        return browser.send("POST", path, null, CsrfTokens.HEADER, browser.cookie(CsrfTokens.COOKIE))
                .body();
    }

    private static Page add(Visitor browser, PretendAuthenticator device) {
        return save(browser, "My laptop", device.make(newQuestion(browser)));
    }

    private static Page save(Visitor browser, String name, String answer) {
        return browser.submit("/me/passkeys", Map.of("passkeyName", name, "credential", answer));
    }

    private static Page signIn(Visitor browser, PretendAuthenticator device) {
        return signIn(browser, device, "/");
    }

    private static Page signIn(Visitor browser, PretendAuthenticator device, String to) {
        String answer = device.sign(question(browser));
        return browser.submit("/sign-in/passkey", Map.of("credential", answer, "to", to));
    }

    private static Page handIn(Visitor browser, String answer) {
        return browser.submit("/sign-in/passkey", Map.of("credential", answer));
    }

    /** Hands an answer in with a challenge that may have been another browser's. */
    private static Page hand(Visitor browser, String challenge, String answer) {
        browser.remember(BrowserMemory.CHALLENGE, challenge);
        return handIn(browser, answer);
    }

    private static void refuses(Page page, String why) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains(why);
    }

    private String removal(UUID owner) {
        return "/me/passkeys/%s/remove"
                .formatted(jdbc.sql("select id from passkey where person_id = :owner")
                        .param("owner", owner)
                        .query(UUID.class)
                        .single());
    }
}
