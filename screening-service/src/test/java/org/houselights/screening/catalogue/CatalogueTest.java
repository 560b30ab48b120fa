package org.houselights.screening.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.houselights.screening.Answer;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.web.Caller;
import org.houselights.web.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class CatalogueTest {

    @Autowired
    private Town town;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everything_on_a_film_s_page_is_kept() {
        UUID company = town.aCompany();
        UUID film = UUID.randomUUID();
        String page = """
                {"companyId":"%s","title":"The Defector: Escape from North Korea","originalTitle":null,
                 "otherTitles":[{"language":"ko","title":"탈북자"}],
                 "synopsis":"Two women flee.\\nA man guides them.","year":2012,"runtimeMinutes":71,
                 "countries":["CA"],"languages":["en","ko"],"subtitles":["en","fr"],
                 "makers":[{"name":"Ann Shin","role":"Director","biography":null}],
                 "credits":[{"role":"Written by","names":["Ann Shin"]}],
                 "awards":[{"organisation":"Canadian Screen Awards","award":"Best Documentary","year":2014,"result":"WON"}],
                 "press":[{"source":"The New York Times","quote":null,"page":"https://www.nytimes.com/"}],
                 "broadcasts":[{"territory":"CA","channel":"TVO","programme":null,"startsAt":"2013-06-26T21:00:00","timeZone":"America/Toronto"}],
                 "watch":[{"name":"iTunes","kind":"RENT","territories":["US"],"page":null}],
                 "website":"https://thedefectormovie.com/",
                 "licences":[
                  {"kind":"CROWD_FUNDED","id":"01930000-0000-7000-8000-000000000001","territories":["US","CA"],"from":"2026-01-01","to":null,
                   "leadTimeDays":null,"licenceMinimum":{"minorUnits":20000,"currency":"CAD"},"shareBasisPoints":3500,
                   "hostShareBasisPoints":500,"priceFloor":null,"priceCeiling":null},
                  {"kind":"FLAT_FEE","id":"01930000-0000-7000-8000-000000000002","territories":["GB"],"from":"2026-01-01","to":"2027-12-31",
                   "leadTimeDays":14,"fees":[{"upTo":50,"fee":{"minorUnits":9900,"currency":"GBP"}}],"priceFloor":null,"priceCeiling":null},
                  {"kind":"EDUCATIONAL","id":"01930000-0000-7000-8000-000000000003","territories":["CA"],"from":"2026-01-01","to":null,"leadTimeDays":7}]}
                """.formatted(company);

        Answer entered = town.put("/api/films/" + film, page, town.operator());

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(200);
        ObjectNode shown = (ObjectNode) town.get("/api/films/" + film, null).body();
        assertThat(shown).isEqualTo(entered.body());
        assertThat(shown.remove("id").asString()).isEqualTo(film.toString());
        assertThat(shown.remove("companyName").asString()).isEqualTo("Naked Edge");
        assertThat((JsonNode) shown).isEqualTo(json.readTree(page));
    }

    @Test
    void writing_the_same_again_changes_nothing_and_makes_no_double() throws Exception {
        UUID company = town.aCompany();
        UUID film = UUID.randomUUID();
        FilmDetails details = Town.filmDetails(company, "Seoul Train " + film, Town.crowdFunded());
        Callable<Answer> write = () -> town.put("/api/films/" + film, details, town.operator());

        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : threads.invokeAll(List.of(write, write, write, write, write))) {
                answers.add(done.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(town.get("/api/films?query=" + film, null)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_distributor_writes_films_of_the_own_company_and_of_no_other() {
        UUID own = town.aCompany();
        UUID other = town.aCompany();
        Caller distributor = town.aDistributorOf(own);
        UUID film = UUID.randomUUID();
        UUID foreign = town.aFilm(other);

        assertThat(town.put("/api/films/" + film, Town.filmDetails(own, "Ours"), distributor)
                        .status())
                .isEqualTo(200);
        assertThat(town.put("/api/films/" + film, Town.filmDetails(other, "Given away"), distributor)
                        .status())
                .isEqualTo(403);
        assertThat(town.put("/api/films/" + foreign, Town.filmDetails(own, "Taken"), distributor)
                        .status())
                .isEqualTo(403);
        assertThat(town.put("/api/films/" + foreign, Town.filmDetails(own, "Sold"), town.operator())
                        .status())
                .isEqualTo(200);
        assertThat(town.put("/api/films/" + film, Town.filmDetails(own, "By a host"), town.aHost())
                        .status())
                .isEqualTo(403);
        assertThat(town.get("/api/films/" + film, null).text("title")).isEqualTo("Ours");
    }

    @Test
    void films_are_found_by_any_title_by_company_and_by_territory() {
        UUID company = town.aCompany();
        UUID film = UUID.randomUUID();
        ObjectNode page = json.valueToTree(Town.filmDetails(company, "Seoul Train", Town.flatFee()));
        page.set("otherTitles", json.readTree("[{\"language\":\"ko\",\"title\":\"서울 열차 100%% %s\"}]".formatted(film)));
        town.put("/api/films/" + film, page, town.operator());
        String ours = "/api/films?companyId=" + company;

        assertThat(total(ours)).isEqualTo(1);
        assertThat(total(ours + "&query=OUL%20tr")).isEqualTo(1);
        assertThat(total(ours + "&query=%EC%84%9C%EC%9A%B8")).isEqualTo(1);
        assertThat(total(ours + "&query=100%25%20" + film)).isEqualTo(1);
        assertThat(total(ours + "&query=_")).isZero();
        assertThat(total(ours + "&query=bus")).isZero();
        assertThat(total(ours + "&territory=US")).isEqualTo(1);
        assertThat(total(ours + "&territory=KR")).isZero();
    }

    @Test
    void venues_are_found_by_name_and_place() {
        String venue = town.aCinema().venue().toString();
        ObjectNode details = (ObjectNode) town.get("/api/venues/" + venue, null).body();
        details.remove("id");
        details.put("city", "Springfield " + venue);
        town.put("/api/venues/" + venue, details, town.operator());
        String here = "city=SPRINGFIELD%20" + venue.toUpperCase(Locale.ROOT);

        assertThat(ids("/api/venues?query=rial&country=US&" + here)).containsExactly(venue);
        assertThat(ids("/api/venues?query=main%20street&" + here)).containsExactly(venue);
        assertThat(ids("/api/venues?query=field%20" + venue)).containsExactly(venue);
        assertThat(ids("/api/venues?query=bijou&" + here)).isEmpty();
        assertThat(ids("/api/venues?country=KR&" + here)).isEmpty();
        assertThat(ids("/api/venues?city=Shelbyville")).isEmpty();
    }

    @Test
    void an_auditorium_belongs_to_one_venue() {
        Town.Cinema one = town.aCinema();
        Town.Cinema two = town.aCinema();
        String stolen = town.get("/api/venues/" + two.venue(), null)
                .body()
                .toString()
                .replaceFirst("\"id\":\"[^\"]+\",", "")
                .replace(two.auditorium().toString(), one.auditorium().toString());

        Answer refused = town.put("/api/venues/" + two.venue(), stolen, town.operator());

        assertThat(refused.problem()).isEqualTo("auditorium-elsewhere");
        assertThat(town.get("/api/venues/" + two.venue(), null).body().toString())
                .contains(two.auditorium().toString());
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            title          | ""                                   | title
            title          | null                                 | title
            title          | "two\\nlines"                        | title
            synopsis       | null                                 | synopsis
            companyId      | "0198c0de-0000-7000-8000-000000000001" | companyId
            year           | 1887                                 | year
            year           | null                                 | year
            runtimeMinutes | 0                                    | runtimeMinutes
            runtimeMinutes | 901                                  | runtimeMinutes
            countries      | []                                   | countries
            countries      | ["XX"]                               | countries[0]
            countries      | [7]                                  | countries[0]
            countries      | "US"                                 | countries
            languages      | ["english"]                          | languages[0]
            otherTitles    | null                                 | otherTitles
            otherTitles    | [null]                               | otherTitles[0]
            otherTitles    | [{"language":"ko","title":""}]       | otherTitles[0].title
            website        | "javascript:alert(1)"                | website
            website        | "//example.org"                      | website
            website        | "https://user:password@example.org/" | website
            credits        | [{"role":"By","names":[]}]           | credits[0].names
            credits        | [{"role":"By","names":[""]}]         | credits[0].names[0]
            awards         | [{"organisation":"A","award":"B","year":2000,"result":"LOST"}] | awards[0].result
            broadcasts     | [{"territory":"CA","channel":"TVO","programme":null,"startsAt":"2013-13-01T00:00:00","timeZone":null}] | broadcasts[0].startsAt
            broadcasts     | [{"territory":"CA","channel":"TVO","programme":null,"startsAt":null,"timeZone":"Canada/Nowhere"}] | broadcasts[0].timeZone
            broadcasts     | [{"territory":"CA","channel":"TVO","programme":null,"startsAt":null,"timeZone":"+05:00"}] | broadcasts[0].timeZone
            licences       | [{"kind":"GIFT"}]                    | licences[0]
            licences       | [{"id":"0198c0de-0000-7000-8000-000000000001"}] | licences[0]
            licences       | [{"kind":"EDUCATIONAL","id":"0198c0de-0000-7000-8000-000000000001","territories":[],"from":"2026-01-01"}] | licences[0].territories
            licences       | [{"kind":"EDUCATIONAL","id":"0198c0de-0000-7000-8000-000000000001","territories":["US"],"from":"2026-01-02","to":"2026-01-01"}] | licences[0].to
            licences       | [{"kind":"EDUCATIONAL","id":"0198c0de-0000-7000-8000-000000000001","territories":["US"],"from":"2026-01-02","fees":[]}] | licences[0].fees
            rating         | 5                                    | rating
            """)
    void a_wrong_field_of_a_film_is_named(String field, String value, String named) {
        UUID film = UUID.randomUUID();
        ObjectNode page = json.valueToTree(Town.filmDetails(town.aCompany(), "Seoul Train", Town.crowdFunded()));
        page.set(field, json.readTree(value));

        Answer answer = town.put("/api/films/" + film, page, town.operator());

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(named);
        assertThat(town.get("/api/films/" + film, null).status()).isEqualTo(404);
    }

    @Test
    void offers_that_do_not_fit_together_are_refused_field_by_field() {
        LicenceOffer.CrowdFunded sound = Town.crowdFunded();
        LicenceOffer mixed = new LicenceOffer.CrowdFunded(
                sound.id(),
                sound.territories(),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2025, 1, 1),
                null,
                Money.of(1, "USD"),
                0,
                0,
                Money.of(500, "CAD"),
                null);
        LicenceOffer descending = new LicenceOffer.FlatFee(
                UUID.randomUUID(),
                sound.territories(),
                sound.from(),
                null,
                null,
                List.of(new LicenceOffer.Fee(100, Money.of(1, "USD")), new LicenceOffer.Fee(50, Money.of(1, "USD"))),
                Money.of(2, "USD"),
                Money.of(1, "USD"));

        Answer refused = town.put(
                "/api/films/" + UUID.randomUUID(),
                Town.filmDetails(town.aCompany(), "Seoul Train", sound, mixed, descending),
                town.operator());

        assertThat(refused.fields())
                .containsExactly(
                        "licences[1].id",
                        "licences[1].to",
                        "licences[1].currency",
                        "licences[2].priceCeiling",
                        "licences[2].fees[1].upTo");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            timeZone            | "Mars/Olympus"    | timeZone
            timeZone            | "+09:00"          | timeZone
            timeZone            | "UTC"             | timeZone
            timeZone            | 9                 | timeZone
            currency            | "EURO"            | currency
            currency            | "XXX"             | auditoria[0].hire
            currency            | "KRW"             | auditoria[0].hire
            country             | "Korea"           | country
            salesTaxBasisPoints | -1                | salesTaxBasisPoints
            salesTaxBasisPoints | 5001              | salesTaxBasisPoints
            auditoria           | []                | auditoria
            auditoria           | [{"id":"0198c0de-0000-7000-8000-000000000001","name":"One","capacity":0,"wheelchairPlaces":0,"hire":{"minorUnits":1,"currency":"USD"}}] | auditoria[0].capacity
            auditoria           | [{"id":"0198c0de-0000-7000-8000-000000000001","name":"One","capacity":5001,"wheelchairPlaces":0,"hire":{"minorUnits":1,"currency":"USD"}}] | auditoria[0].capacity
            auditoria           | [{"id":"0198c0de-0000-7000-8000-000000000001","name":"One","capacity":1,"wheelchairPlaces":0,"hire":{"minorUnits":-1,"currency":"USD"}}] | auditoria[0].hire
            """)
    void a_wrong_field_of_a_venue_is_named(String field, String value, String named) {
        UUID venue = UUID.randomUUID();
        Town.Cinema cinema = town.aCinema();
        ObjectNode details =
                (ObjectNode) town.get("/api/venues/" + cinema.venue(), null).body();
        details.remove("id");
        details.set(field, json.readTree(value));

        Answer answer = town.put("/api/venues/" + venue, details, town.operator());

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(named);
        assertThat(jdbc.sql("select count(*) from venue where id = ?")
                        .param(venue)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int total(String path) {
        Answer answer = town.get(path, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("total").asInt();
    }

    private List<String> ids(String path) {
        return town.get(path, null)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
