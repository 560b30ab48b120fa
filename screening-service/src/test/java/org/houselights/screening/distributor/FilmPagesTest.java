package org.houselights.screening.distributor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.houselights.screening.Browser;
import org.houselights.screening.Browser.Shown;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class FilmPagesTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    private UUID company;
    private Browser distributor;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
        company = town.aCompany();
        distributor = town.browserOf(town.aDistributorOf(company));
    }

    @Test
    void a_film_that_is_saved_as_it_was_shown_is_the_same_film() {
        UUID id = town.aFilm(company, Town.crowdFunded(), Town.flatFee(), Town.educational());
        JsonNode before = town.get("/api/films/" + id, null).body();

        String path = "/distributor/films/" + id;
        Shown saved = distributor.post(path, distributor.get(path).typedInto(path));

        assertThat(saved.location()).isEqualTo("/distributor/films/%s?saved=true".formatted(id));
        assertThat(town.get("/api/films/" + id, null).body()).isEqualTo(before);
        assertThat(distributor.get(saved.location()).text()).contains("Saved.");
    }

    @Test
    void a_film_is_entered_with_all_that_its_page_tells() {
        String id = distributor.get("/distributor/films/new").find("action=\"/distributor/films/([0-9a-f-]{36})\"");

        Shown saved = distributor.post("/distributor/films/" + id, film("A Thousand Pines"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        JsonNode film = town.get("/api/films/" + id, null).body();
        assertThat(film.path("title").asString()).isEqualTo("A Thousand Pines");
        assertThat(film.at("/makers/0/name").asString()).isEqualTo("Ana, of the hills");
        assertThat(film.at("/makers/1/name").asString()).isEqualTo("Ben");
        assertThat(film.at("/credits/0/names").size()).isEqualTo(2);
        assertThat(film.at("/licences/0/shareBasisPoints").asInt()).isEqualTo(3_550);
        assertThat(film.at("/licences/0/licenceMinimum/minorUnits").asInt()).isEqualTo(150_000);
        assertThat(film.at("/licences/1/fees/1/fee/minorUnits").asInt()).isEqualTo(20_000);
        assertThat(distributor.get("/distributor/films").text()).contains("A Thousand Pines", "2 licences");
    }

    @Test
    void a_row_more_is_shown_without_losing_what_was_typed_and_nothing_is_saved() {
        UUID id = town.aFilm(company, Town.crowdFunded());
        String path = "/distributor/films/" + id;
        List<String> typed = distributor.get(path).typedInto(path);
        typed.set(typed.indexOf("title") + 1, "Another name");
        typed.addAll(List.of("add", "makers"));

        Shown more = distributor.post(path, typed);

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.html()).contains("id=\"makers[0].name\"", "value=\"Another name\"");
        assertThat(more.find("(id=\"makers\\[0]\"[^>]* autofocus)")).isNotEmpty();
        assertThat(open(more)).containsExactly("makers");
        assertThat(town.get("/api/films/" + id, null).text("title")).isEqualTo("Seoul Train");
    }

    @Test
    void every_part_of_the_long_form_is_folded_says_how_much_is_in_it_and_is_one_click_away() {
        Shown page = distributor.get("/distributor/films/" + town.aFilm(company, Town.crowdFunded(), Town.flatFee()));

        assertThat(open(page)).isEmpty();
        assertThat(page.text()).contains("Licences 2", "Makers none");
        FilmForm.LISTS
                .keySet()
                .forEach(list ->
                        assertThat(page.html()).contains("href=\"#%s\"".formatted(list), "id=\"%s\"".formatted(list)));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        UUID id = UUID.randomUUID();
        List<String> typed = new ArrayList<>(List.of(film("Wrong")));
        typed.set(typed.indexOf("year") + 1, "soon");
        typed.set(typed.indexOf("licences.territories") + 1, "Atlantis");

        Shown refused = distributor.post("/distributor/films/" + id, typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains(
                        "value=\"Atlantis\"",
                        "href=\"#licences[0].territories\"",
                        "href=\"#year\"",
                        "Ana, of the hills");
        assertThat(open(refused)).containsExactly("licences");
        assertThat(town.get("/api/films/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void what_doesn_t_fit_together_is_said_at_its_field_too() {
        List<String> typed = new ArrayList<>(List.of(film("Wrong")));
        typed.set(typed.indexOf("licences.to") + 1, "2025-01-01");

        Shown refused = distributor.post("/distributor/films/" + UUID.randomUUID(), typed);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("href=\"#licences[0].to\"");
    }

    @Test
    void the_film_of_another_company_is_out_of_reach() {
        UUID id = town.aFilm(town.aCompany());

        assertThat(distributor.get("/distributor/films/" + id).status()).isEqualTo(403);
        assertThat(distributor
                        .post("/distributor/films/" + id, film("Mine now"))
                        .status())
                .isEqualTo(403);
        assertThat(distributor.get("/distributor/films/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(town.get("/api/films/" + id, null).text("title")).isEqualTo("Seoul Train");
    }

    /** The parts of the form that are not folded. */
    private static List<String> open(Shown page) {
        return Pattern.compile("<details\\b[^>]*id=\"(\\w+)\"[^>]* open")
                .matcher(page.html())
                .results()
                .map(part -> part.group(1))
                .toList();
    }

    private static String[] film(String title) {
        return new String[] {
            "title",
            title,
            "synopsis",
            "Planters\r\nof trees.",
            "year",
            "2023",
            "runtimeMinutes",
            "78",
            "countries",
            "US, MX",
            "languages",
            "es en",
            "makers.name",
            "Ana, of the hills",
            "makers.role",
            "Director",
            "makers.biography",
            "",
            "makers.name",
            "Ben",
            "makers.role",
            "Editor",
            "makers.biography",
            "",
            "makers.name",
            "",
            "makers.role",
            "",
            "makers.biography",
            " ",
            "credits.role",
            "Music",
            "credits.names",
            "One\nTwo",
            "awards.organisation",
            "",
            "awards.award",
            "",
            "awards.year",
            "",
            "awards.result",
            "WON",
            "licences.kind",
            "CROWD_FUNDED",
            "licences.id",
            UUID.randomUUID().toString(),
            "licences.territories",
            "US",
            "licences.from",
            "2026-01-01",
            "licences.to",
            "",
            "licences.leadTimeDays",
            "",
            "licences.currency",
            "USD",
            "licences.licenceMinimum",
            "1,500.00",
            "licences.share",
            "35.5",
            "licences.hostShare",
            "5.4",
            "licences.fees",
            "",
            "licences.priceFloor",
            "",
            "licences.priceCeiling",
            "",
            "licences.kind",
            "FLAT_FEE",
            "licences.id",
            UUID.randomUUID().toString(),
            "licences.territories",
            "MX",
            "licences.from",
            "2026-01-01",
            "licences.to",
            "",
            "licences.leadTimeDays",
            "",
            "licences.currency",
            "USD",
            "licences.licenceMinimum",
            "",
            "licences.share",
            "",
            "licences.hostShare",
            "",
            "licences.fees",
            "50: 100.00\n100: 200.00",
            "licences.priceFloor",
            "",
            "licences.priceCeiling",
            "",
        };
    }
}
