package org.houselights.screening.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.screening.Answer;
import org.houselights.screening.Browser;
import org.houselights.screening.Browser.Shown;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class VenuePagesTest {

    private static final String VENUES = "/operations/screening/venues";

    @Autowired
    private Town town;

    private Browser operator;

    @BeforeEach
    void signIn() {
        operator = town.browserOf(town.operator());
    }

    @Test
    void a_venue_is_entered_with_its_auditorium() {
        UUID id = UUID.randomUUID();
        Shown empty = operator.get(VENUES + "/" + id);
        assertThat(empty.text()).contains("Enter a new venue", "Auditoria");

        Shown saved = operator.post(VENUES + "/" + id, typed("country", "kr", "salesTax", "10"));

        assertThat(saved.location()).isEqualTo(VENUES + "?done=ENTERED");
        Answer venue = town.get("/api/venues/" + id, null);
        assertThat(venue.text("country")).isEqualTo("KR");
        assertThat(venue.text("timeZone")).isEqualTo("Asia/Seoul");
        assertThat(venue.body().path("salesTaxBasisPoints").asInt()).isEqualTo(1_000);
        assertThat(venue.body().at("/access/1").asString()).isEqualTo("Hearing loop");
        assertThat(venue.body().at("/auditoria/0/capacity").asInt()).isEqualTo(90);
        assertThat(venue.body().at("/auditoria/0/hire/minorUnits").asInt()).isEqualTo(300_000);
    }

    @Test
    void a_venue_that_is_saved_as_it_was_shown_is_the_same_venue() {
        String path =
                "/" + town.aCinema("America/New_York", "US", "USD", 50_050, 875).venue();
        Answer before = town.get("/api/venues" + path, null);

        Shown saved = operator.post(VENUES + path, operator.get(VENUES + path).typedInto(VENUES + path));

        assertThat(saved.location()).isEqualTo(VENUES + "?done=ENTERED");
        assertThat(town.get("/api/venues" + path, null).body()).isEqualTo(before.body());
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        UUID id = UUID.randomUUID();

        Shown refused = operator.post(
                VENUES + "/" + id,
                typed("name", "", "country", "Atlantis", "auditoria.capacity", "many", "auditoria.hire", "dear"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("href=\"#name\"", "href=\"#country\"", "href=\"#auditoria[0].capacity\"")
                .contains("value=\"Atlantis\"", "value=\"many\"", "value=\"dear\"");
        assertThat(refused.text()).contains("Seats has to be a whole number");
        assertThat(town.get("/api/venues/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void what_no_venue_can_have_is_said_at_its_field_too() {
        Shown refused = operator.post(
                VENUES + "/" + UUID.randomUUID(),
                typed("timeZone", "UTC", "website", "ours", "salesTax", "60", "auditoria.capacity", "0"));
        Shown elsewhere = operator.post(VENUES + "/" + UUID.randomUUID(), typed("timeZone", "UTC"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("href=\"#website\"", "href=\"#salesTax\"", "href=\"#auditoria[0].capacity\"");
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.html()).contains("href=\"#timeZone\"");
    }

    @Test
    void an_auditorium_more_is_shown_without_losing_what_was_typed_and_nothing_is_saved() {
        UUID id = UUID.randomUUID();

        Shown more = operator.post(VENUES + "/" + id, typed("add", "auditoria"));

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.html()).contains("value=\"Blue House\"", "id=\"auditoria[1].name\"");
        assertThat(town.get("/api/venues/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void venues_are_found_by_name_address_or_city() {
        String city = "Town of " + UUID.randomUUID();
        operator.post(VENUES + "/" + UUID.randomUUID(), typed("city", city));

        assertThat(operator.get(VENUES + "?q=" + city.substring(8)).text())
                .contains("1 venue", "Blue House", city + ", KR", "1 auditorium");
        assertThat(operator.get(VENUES + "?q=%25").text()).contains("No venue");
        assertThat(operator.speaking("ko").get(VENUES).html())
                .contains("새 장소 등록")
                .doesNotContain("??");
        assertThat(operator.speaking("ko").get(VENUES + "/" + UUID.randomUUID()).html())
                .contains("상영관 추가")
                .doesNotContain("??");
    }

    @Test
    void nobody_else_gets_in() {
        assertThat(town.browserOf(town.aHost()).get(VENUES).status()).isEqualTo(403);
        assertThat(town.browserOfNobody().get(VENUES).location()).startsWith("/sign-in");
    }

    /** A venue in Seoul, with what a test changes, names and values in turns. */
    private static String[] typed(String... changes) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "Blue House");
        fields.put("address", "12 Insadong-gil");
        fields.put("city", "Seoul");
        fields.put("country", "KR");
        fields.put("timeZone", "Asia/Seoul");
        fields.put("currency", "krw");
        fields.put("access", "Step-free entrance\r\n\r\nHearing loop");
        fields.put("auditoria.id", UUID.randomUUID().toString());
        fields.put("auditoria.name", "Screen 1");
        fields.put("auditoria.capacity", "90");
        fields.put("auditoria.wheelchairPlaces", "");
        fields.put("auditoria.hire", "300,000");
        for (int at = 0; at < changes.length; at += 2) {
            fields.put(changes[at], changes[at + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
