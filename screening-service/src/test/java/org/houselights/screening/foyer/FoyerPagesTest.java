package org.houselights.screening.foyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.houselights.screening.Browser;
import org.houselights.screening.Browser.Shown;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.screening.progress.Progress;
import org.houselights.screening.progress.ProgressDesk;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.houselights.web.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
@Import(ProgressDesk.class)
class FoyerPagesTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ProgressDesk presales;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @Test
    void what_needs_people_most_comes_first() {
        String city = "C" + UUID.randomUUID().toString().substring(0, 8);
        OnSale far = onSale(city, "2027-02-20T19:30:00");
        OnSale near = onSale(city, "2027-02-10T19:30:00");
        OnSale reached = onSale(city, "2027-01-30T19:30:00");
        far.pledged(100);
        near.pledged(684);
        reached.pledged(792);

        String page = get("/?q=" + city).html();

        assertThat(page).contains("3 screenings", "9 to go</b>, 74 days left");
        assertThat(page.indexOf(near.path())).isBetween(1, page.indexOf(far.path()));
        assertThat(page.indexOf(far.path())).isLessThan(page.indexOf(reached.path()));
        assertThat(page).contains("Threshold reached");
    }

    @Test
    void screenings_are_found_by_day_on_the_clocks_of_their_place() {
        String city = "D" + UUID.randomUUID().toString().substring(0, 8);
        OnSale evening = onSale(city, "2027-02-10T21:30:00");

        assertThat(get("/?q=%s&day=2027-02-10".formatted(city)).html()).contains(evening.path());
        assertThat(get("/?q=%s&day=2027-02-11".formatted(city)).html()).contains("Nothing found");
    }

    @Test
    void words_that_a_pattern_would_read_as_anything_are_just_words() {
        onSale("Springfield", "2027-02-10T19:30:00");

        assertThat(get("/?q=" + URLEncoder.encode("%_", StandardCharsets.UTF_8)).html())
                .contains("Nothing found");
    }

    @Test
    void a_screening_tells_what_it_takes_and_why() {
        OnSale screening = onSale("Springfield", "2027-02-10T19:30:00");
        screening.pledged(684);

        String page = get(screening.path()).html();

        assertThat(page)
                .contains("<h1>Seoul Train</h1>", "9 to go", "Why 66 tickets", "Hire of the auditorium", "$500.00")
                .contains("Wednesday, February 10, 2027, 7:30 PM", "Eastern Standard Time")
                .contains("data-live=\"/presales/" + screening.id() + "/live\"")
                .contains("property=\"og:image\" content=\"http://localhost:8080/presales/" + screening.id()
                        + "/card.png\"");
    }

    @Test
    void a_proposal_is_not_public_and_leads_those_involved_to_their_work() {
        OnSale proposal = proposed("Springfield", "2027-02-10T19:30:00");

        assertThat(get(proposal.path()).status()).isEqualTo(404);
        assertThat(get(proposal.path(), proposal.host()).location()).isEqualTo("/host/screenings/" + proposal.id());
        assertThat(get(proposal.path(), proposal.distributor()).location())
                .isEqualTo("/distributor/screenings/" + proposal.id());
    }

    @Test
    void a_film_shows_everything_in_the_catalogue() {
        OnSale screening = onSale("Springfield", "2027-02-10T19:30:00");

        String page = get("/films/" + screening.film()).html();

        assertThat(page)
                .contains("<h1>Seoul Train</h1>", "/host/propose?film=" + screening.film(), screening.path())
                .contains("The audience pays by pre-sale");
        assertThat(get("/films?q=Seoul").html()).contains("/films/");
        assertThat(get("/films/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void a_screening_that_was_cancelled_before_its_pre_sale_opened_leads_nowhere_that_is_not_there() {
        OnSale screening = onSale("Springfield", "2027-02-10T19:30:00");
        town.post("/api/screenings/%s/cancel".formatted(screening.id()), Map.of("reason", "Fire."), screening.host());

        assertThat(get(screening.path(), screening.host()).html())
                .contains(
                        "Cancelled",
                        "It was cancelled before tickets were sold. Nobody pays.",
                        "You host this screening.")
                .doesNotContain("/presales/");
        assertThat(get("/host/screenings/" + screening.id(), screening.host()).html())
                .contains(screening.path())
                .doesNotContain("/presales/");
    }

    @Test
    void older_news_of_a_pre_sale_changes_nothing() {
        OnSale screening = onSale("Springfield", "2027-02-10T19:30:00");
        screening.pledged(684);
        screening.pledged(120, clock.instant().minus(1, ChronoUnit.SECONDS));

        assertThat(get(screening.path()).html()).contains("9 to go");
    }

    @Test
    void a_page_is_sent_again_only_if_it_has_changed() {
        OnSale screening = onSale("Springfield", "2027-02-10T19:30:00");
        screening.pledged(672);
        Browser visitor = town.browserOfNobody();
        Shown before = visitor.get(screening.path());

        assertThat(visitor.getAgain(screening.path(), before).status()).isEqualTo(304);
        assertThat(visitor.speaking("ko").getAgain(screening.path(), before).html())
                .contains("<html lang=\"ko\"");
        screening.pledged(684);
        assertThat(visitor.getAgain(screening.path(), before).html()).contains("9 to go");
        assertThat(get(screening.path(), screening.host()).tag()).isEmpty();
    }

    @Test
    void every_word_is_there_in_every_language() {
        assertThat(ResourceBundle.getBundle("words.screening", Locale.KOREAN).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("words.screening", Locale.ROOT).keySet());
        assertThat(town.browserOfNobody().speaking("ko").get("/films").html()).contains("<h1>영화</h1>");
    }

    private record OnSale(FoyerPagesTest test, UUID id, UUID film, Caller host, Caller distributor) {

        String path() {
            return "/screenings/" + id;
        }

        /** @param dollars of the 792 that 66 tickets at 12 dollars are */
        void pledged(int dollars) {
            pledged(dollars, test.clock.instant());
        }

        void pledged(int dollars, Instant asOf) {
            test.presales.tell(
                    id,
                    asOf,
                    new Progress(
                            "OPEN",
                            Money.of(79_200, "USD"),
                            Money.of(100L * dollars, "USD"),
                            Money.of(0, "USD"),
                            66,
                            100,
                            dollars / 12,
                            Instant.parse("2027-02-03T19:30:00Z")));
        }
    }

    private OnSale onSale(String city, String startsAt) {
        OnSale proposed = proposed(city, startsAt);
        assertThat(town.post("/api/screenings/%s/approve".formatted(proposed.id()), null, proposed.distributor())
                        .status())
                .isEqualTo(200);
        return proposed;
    }

    private OnSale proposed(String city, String startsAt) {
        UUID company = town.aCompany();
        var licence = Town.crowdFunded();
        UUID film = town.aFilm(company, licence);
        Town.Cinema cinema = town.aCinema();
        var venue = (ObjectNode) town.get("/api/venues/" + cinema.venue(), null).body();
        venue.put("city", city);
        venue.remove("id");
        assertThat(town.put("/api/venues/" + cinema.venue(), venue, town.operator())
                        .status())
                .isEqualTo(200);
        Caller host = town.aHost();
        UUID id = UUID.randomUUID();
        var proposal = Map.of(
                "filmId", film,
                "licenceId", licence.id(),
                "venueId", cinema.venue(),
                "auditoriumId", cinema.auditorium(),
                "startsAt", startsAt,
                "price", Money.of(1200, "USD"),
                "capacity", 100,
                "fixedCosts", Money.of(5000, "USD"));
        var answer = town.put("/api/screenings/" + id, proposal, host);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return new OnSale(this, id, film, host, town.aDistributorOf(company));
    }

    private Shown get(String path) {
        return town.browserOfNobody().get(path);
    }

    private Shown get(String path, Caller caller) {
        return town.browserOf(caller).get(path);
    }
}
