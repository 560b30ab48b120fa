package org.houselights.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.houselights.screening.Town.Cinema;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.progress.Progress;
import org.houselights.screening.progress.ProgressDesk;
import org.houselights.testkit.MovableClock;
import org.houselights.testkit.Questions;
import org.houselights.web.Caller;
import org.houselights.web.Money;
import org.houselights.web.Paging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How often each page asks the database, whatever there is to show. */
@ServiceTest
@Import(ProgressDesk.class)
class QuestionsTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ProgressDesk presales;

    private LicenceOffer licence;
    private UUID company;
    private UUID film;
    private Caller host;
    private Caller distributor;
    private LocalDateTime next = LocalDateTime.parse("2027-02-10T19:30:00");

    @BeforeEach
    void begin() {
        clock.set(Town.START);
        company = town.aCompany();
        licence = Town.crowdFunded();
        film = town.aFilm(company, licence);
        host = town.aHost();
        distributor = town.aDistributorOf(company);
    }

    @Test
    void the_home_page_asks_for_the_neediest_and_for_films() {
        onSale();

        questionsOf(town.browserOfNobody(), "/").are(4, this::onSale);
    }

    @Test
    void the_list_of_films_asks_how_many_and_which() {
        questionsOf(town.browserOfNobody(), "/films").are(2, () -> town.aFilm(company, licence));
    }

    @Test
    void a_film_asks_for_itself_and_for_what_comes_and_what_was() {
        onSale();

        questionsOf(town.browserOfNobody(), "/films/" + film).are(5, this::onSale);
    }

    @Test
    void a_screening_asks_for_itself_its_progress_and_its_film() {
        UUID screening = onSale();

        questionsOf(town.browserOfNobody(), "/screenings/" + screening).are(3, this::onSale);
    }

    @Test
    void a_host_asks_once_for_the_films_and_venues_of_all_drafts() {
        onSale();
        draft();

        questionsOf(town.browserOf(host), "/host").are(6, () -> {
            onSale();
            draft();
        });
    }

    @Test
    void a_proposal_in_the_hands_of_its_host_asks_for_itself_and_its_history() {
        UUID screening = proposed();

        questionsOf(town.browserOf(host), "/host/screenings/" + screening).are(2, this::proposed);
    }

    @Test
    void a_distributor_asks_for_what_waits_and_how_many_there_are() {
        proposed();

        questionsOf(town.browserOf(distributor), "/distributor").are(2, this::proposed);
    }

    @Test
    void a_decision_asks_for_the_proposal_its_history_the_queue_and_the_neighbours() {
        UUID screening = proposed();

        questionsOf(town.browserOf(distributor), "/distributor/screenings/" + screening)
                .are(5, this::proposed);
    }

    @Test
    void an_operator_asks_for_a_page_of_people_how_many_there_are_and_once_for_the_roles_of_all() {
        IntStream.range(0, Paging.USUAL).forEach(any -> town.aHost());

        questionsOf(town.browserOf(town.operator()), "/operations/screening/people")
                .are(3, town::aHost);
    }

    private static Questions questionsOf(Browser browser, String path) {
        return Questions.of(() -> assertThat(browser.get(path).status()).isEqualTo(200));
    }

    private UUID onSale() {
        UUID id = proposed();
        assertThat(town.post("/api/screenings/%s/approve".formatted(id), null, distributor)
                        .status())
                .isEqualTo(200);
        presales.tell(
                id,
                clock.instant(),
                new Progress(
                        "OPEN",
                        Money.of(79_200, "USD"),
                        Money.of(12_000, "USD"),
                        Money.of(0, "USD"),
                        66,
                        100,
                        10,
                        Instant.parse("2027-02-03T19:30:00Z")));
        return id;
    }

    private UUID proposed() {
        UUID id = UUID.randomUUID();
        Cinema cinema = town.aCinema();
        next = next.plus(Duration.ofDays(1));
        var proposal = Map.of(
                "filmId", film,
                "licenceId", licence.id(),
                "venueId", cinema.venue(),
                "auditoriumId", cinema.auditorium(),
                "startsAt", next.toString() + ":00",
                "price", Money.of(1200, "USD"),
                "capacity", 100,
                "fixedCosts", Money.of(5000, "USD"));
        Answer answer = town.put("/api/screenings/" + id, proposal, host);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return id;
    }

    private void draft() {
        UUID id = UUID.randomUUID();
        List<String> typed = List.of(
                "filmId",
                town.aFilm(company, licence).toString(),
                "auditoriumId",
                town.aCinema().auditorium().toString());
        assertThat(town.browserOf(host).post("/host/drafts/" + id, typed).status())
                .isEqualTo(200);
    }
}
