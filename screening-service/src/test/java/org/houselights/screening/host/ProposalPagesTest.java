package org.houselights.screening.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.screening.Browser;
import org.houselights.screening.Browser.Shown;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.screening.Town.Cinema;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ProposalPagesTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    private UUID company;
    private LicenceOffer licence;
    private UUID film;
    private Cinema cinema;
    private Caller host;
    private Browser browser;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
        company = town.aCompany();
        licence = Town.crowdFunded();
        film = town.aFilm(company, licence);
        cinema = town.aCinema();
        host = town.aHost();
        browser = town.browserOf(host);
    }

    @Test
    void a_film_s_page_leads_to_a_form_that_has_the_film_chosen_and_its_licences_to_choose_from() {
        Shown form = browser.get("/host/propose?film=" + film);

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.html())
                .contains("value=\"%s\" selected".formatted(film), licence.id().toString());
        assertThat(form.text()).contains("at least $150.00 for the film, 35 % of what comes in above that");
    }

    @Test
    void while_it_is_typed_the_break_even_is_explained_line_by_line_and_what_is_missing_is_said() {
        Shown preview = browser.post("/host/drafts/%s/preview".formatted(UUID.randomUUID()), typed("startsAt", ""));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text())
                .contains("66 tickets would pay for it")
                .contains("The house must be 66 % full: 66 of 100 seats.")
                .contains("Hire of the auditorium")
                .contains("700.00 / 10.752, rounded up = 66")
                .contains("Still open Day and time is still missing")
                .contains("Kept as a draft.")
                .doesNotContain("You can send it.");
    }

    @Test
    void every_rule_that_would_refuse_it_is_told_before_it_is_sent() {
        Shown check = browser.post(
                "/host/drafts/" + UUID.randomUUID(), typed("startsAt", "2026-12-01T19:30", "capacity", "500"));

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.text())
                .contains("2 things to change")
                .contains("The show is too soon.")
                .contains("Choose a start after")
                .contains("Screen 1 has 120 seats.");
    }

    @Test
    void what_passes_every_check_is_said_to_and_what_is_sent_is_proposed() {
        UUID id = UUID.randomUUID();
        assertThat(browser.post("/host/drafts/" + id, typed()).text()).contains("It passes every check.");

        Shown sent = browser.post("/host/drafts/" + id, typed("do", "SEND"));

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location()).isEqualTo("/host/screenings/" + id);
        Shown page = browser.get(sent.location());
        assertThat(page.text())
                .contains("Seoul Train", "Waits for the distributor", "66 tickets pay for it", "Proposed by Hanna");
        assertThat(town.get("/api/screenings/" + id, host).text("status")).isEqualTo("PROPOSED");
    }

    @Test
    void sending_twice_proposes_once() {
        UUID id = UUID.randomUUID();

        browser.post("/host/drafts/" + id, typed("do", "SEND"));
        Shown again = browser.post("/host/drafts/" + id, typed("do", "SEND"));

        assertThat(again.location()).isEqualTo("/host/screenings/" + id);
        assertThat(town.get("/api/screenings?mine=true", host)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void what_is_refused_comes_back_with_everything_that_was_typed() {
        Shown refused = browser.post(
                "/host/drafts/" + UUID.randomUUID(),
                typed("do", "SEND", "price", "twelve", "message", "Dear <b>all</b>", "concessionPrice", "9.00"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("value=\"twelve\"", "Dear &lt;b&gt;all&lt;/b&gt;", "value=\"9.00\"", "href=\"#price\"");
        assertThat(refused.text()).contains("has to be an amount of money");
    }

    @Test
    void against_the_rules_nothing_is_proposed() {
        UUID id = UUID.randomUUID();

        Shown refused = browser.post("/host/drafts/" + id, typed("do", "SEND", "capacity", "500"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("value=\"500\"");
        assertThat(town.get("/api/screenings/" + id, host).status()).isEqualTo(404);
    }

    @Test
    void a_draft_is_kept_for_its_owner_alone_until_it_is_proposed() {
        UUID id = UUID.randomUUID();
        assertThat(browser.post("/host/drafts/" + id, typed("do", "KEEP", "message", "Not yet"))
                        .location())
                .isEqualTo("/host");

        assertThat(browser.get("/host").html()).contains("/host/propose?draft=" + id);
        assertThat(browser.get("/host/propose?draft=" + id).html()).contains("Not yet", "value=\"12.00\"");
        assertThat(town.browserOf(town.aHost()).get("/host/propose?draft=" + id).status())
                .isEqualTo(404);

        browser.post("/host/drafts/" + id, typed("do", "SEND"));
        browser.post("/host/drafts/%s/preview".formatted(id), typed());

        assertThat(browser.get("/host").html()).doesNotContain("draft=" + id).contains("/host/screenings/" + id);
    }

    @Test
    void nobody_writes_into_the_draft_of_another() {
        UUID id = UUID.randomUUID();
        browser.post("/host/drafts/" + id, typed("do", "KEEP"));
        Browser stranger = town.browserOf(town.aHost());

        assertThat(stranger.post("/host/drafts/" + id, typed("do", "KEEP", "message", "Mine now"))
                        .status())
                .isEqualTo(409);
        stranger.post("/host/drafts/%s/delete".formatted(id));

        assertThat(browser.get("/host/propose?draft=" + id).html()).doesNotContain("Mine now");
    }

    @Test
    void a_draft_that_is_not_needed_goes() {
        UUID id = UUID.randomUUID();
        browser.post("/host/drafts/" + id, typed("do", "KEEP"));

        browser.post("/host/drafts/%s/delete".formatted(id));

        assertThat(browser.get("/host/propose?draft=" + id).status()).isEqualTo(404);
    }

    @Test
    void without_an_account_there_is_the_way_to_sign_in() {
        assertThat(town.browserOfNobody().get("/host/propose?film=" + film).location())
                .startsWith("/sign-in?to=%2Fhost%2Fpropose");
    }

    @Test
    void hosts_read_their_own_language() {
        Shown form = browser.speaking("ko").get("/host/propose");

        assertThat(form.text()).contains("상영 제안하기", "배급사에 보내기");
    }

    @Test
    void a_rule_refuses_in_the_language_of_the_host() {
        Browser korean = browser.speaking("ko");
        String[] broken = typed("startsAt", "2026-12-01T19:30", "capacity", "500", "price", "lots");

        assertThat(korean.post("/host/drafts/%s/preview".formatted(UUID.randomUUID()), broken)
                        .text())
                .contains("12나 12.50 같은 금액으로 적어 주세요");
        broken = typed("startsAt", "2026-12-01T19:30", "capacity", "500");
        assertThat(korean.post("/host/drafts/" + UUID.randomUUID(), broken).text())
                .contains("상영일이 너무 가깝습니다.", "이후로 골라 주세요.")
                .contains("상영관 Screen 1의 좌석은 120석입니다.")
                .contains("올림 =")
                .doesNotContain("Choose", "rounded up");
    }

    @Test
    void every_word_is_there_in_both_languages() {
        assertThat(ResourceBundle.getBundle("words.screening", Locale.KOREAN).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("words.screening", Locale.ROOT).keySet());
    }

    /** A form that keeps all rules, with what a test changes, names and values in turns. */
    private String[] typed(String... changes) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("filmId", film.toString());
        fields.put("licenceId", licence.id().toString());
        fields.put("auditoriumId", cinema.auditorium().toString());
        fields.put("startsAt", "2027-02-10T19:30");
        fields.put("price", "12.00");
        fields.put("capacity", "100");
        fields.put("fixedCosts", "50");
        for (int at = 0; at < changes.length; at += 2) {
            fields.put(changes[at], changes[at + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
