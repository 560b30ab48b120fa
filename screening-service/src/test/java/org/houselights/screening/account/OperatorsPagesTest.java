package org.houselights.screening.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.houselights.screening.Browser;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.web.Caller;
import org.houselights.web.access.Badges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class OperatorsPagesTest {

    private static final String PEOPLE = "/operations/screening/people";
    private static final String COMPANIES = "/operations/screening/companies";

    @Autowired
    private Town town;

    @Autowired
    private Badges badges;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser operator;

    @BeforeEach
    void signIn() {
        operator = town.browserOf(town.operator());
    }

    @Test
    void everything_is_one_click_away() {
        assertThat(operator.get("/operations").html())
                .contains(
                        "href=\"/operations/ticketing\"",
                        "href=\"/operations/notification\"",
                        "href=\"/operations/screening\"",
                        "href=\"" + PEOPLE + "\"",
                        "href=\"" + COMPANIES + "\"",
                        "href=\"/operations/screening/venues\"");
        assertThat(operator.get("/operations/screening").text()).contains("every event that came was taken");
    }

    @Test
    void nobody_else_gets_in() {
        Browser host = town.browserOf(town.aHost());

        assertThat(host.get("/operations").status()).isEqualTo(403);
        assertThat(host.get(PEOPLE).status()).isEqualTo(403);
        assertThat(town.browserOfNobody().get(PEOPLE).location()).startsWith("/sign-in");
    }

    @Test
    void people_are_found_by_any_part_of_their_name_or_address() {
        Caller host = town.aHost();
        String part = host.email().substring(3, 30).toUpperCase(Locale.ROOT);

        assertThat(operator.get(PEOPLE + "?q=" + part).text()).contains("1 person", host.email());
        assertThat(operator.get(PEOPLE + "?q=" + part + "&role=DISTRIBUTOR").text())
                .contains("Nobody");
        assertThat(operator.get(PEOPLE + "?q=%25").text()).contains("Nobody");
        assertThat(operator.get(PEOPLE + "?q=&role=HOST").text()).contains("Hanna");
    }

    @Test
    void a_host_becomes_the_distributor_of_a_company() {
        Caller host = town.aHost();
        String company = town.aCompany().toString();
        String page = PEOPLE + "/" + host.personId();
        assertThat(operator.get(page).html()).contains("value=\"" + host.email() + "\"", "value=\"" + company + "\"");

        Browser.Shown saved = operator.post(
                page,
                "email",
                host.email(),
                "name",
                "Hanna",
                "locale",
                "ko",
                "roles",
                "HOST",
                "roles",
                "DISTRIBUTOR",
                "companyId",
                company);

        assertThat(saved.location()).isEqualTo(PEOPLE + "?done=ENTERED");
        assertThat(town.get("/api/people?email=" + host.email(), town.operator())
                        .body()
                        .toString())
                .contains("DISTRIBUTOR", company, "\"ko\"");
    }

    @Test
    void what_is_wrong_is_shown_with_everything_that_was_typed() {
        Browser.Shown again = operator.post(
                PEOPLE + "/" + UUID.randomUUID(),
                "email",
                "nobody",
                "name",
                "Dana",
                "locale",
                "en",
                "roles",
                "DISTRIBUTOR",
                "companyId",
                "");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("value=\"nobody\"", "value=\"Dana\"", "href=\"#email\"");
        assertThat(again.text()).contains("Enter somebody new");
    }

    @Test
    void a_distributor_needs_a_company() {
        Browser.Shown again = operator.post(
                PEOPLE + "/" + UUID.randomUUID(),
                "email",
                "dana@example.org",
                "name",
                "Dana",
                "locale",
                "en",
                "roles",
                "DISTRIBUTOR",
                "companyId",
                "");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("href=\"#companyId\"");
    }

    @Test
    void a_company_that_is_not_there_has_no_distributor() {
        Browser.Shown again = operator.post(
                PEOPLE + "/" + UUID.randomUUID(),
                "email",
                "dana@example.org",
                "name",
                "Dana",
                "roles",
                "DISTRIBUTOR",
                "companyId",
                UUID.randomUUID().toString());

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("href=\"#companyId\"", "value=\"dana@example.org\"");
        assertThatThrownBy(() -> jdbc.sql("update person set company_id = :none")
                        .param("none", UUID.randomUUID())
                        .update())
                .hasMessageContaining("person_company_fk");
    }

    @Test
    void a_company_is_entered_and_changed() {
        String page = COMPANIES + "/" + UUID.randomUUID();
        String name = "Films of " + UUID.randomUUID();
        assertThat(operator.get(page).text()).contains("Enter a new company");

        assertThat(operator.post(page, "name", name, "country", "kr", "website", "")
                        .location())
                .isEqualTo(COMPANIES + "?done=ENTERED");

        assertThat(operator.get(page).html()).contains("<h1>" + name + "</h1>", "value=\"KR\"");
        assertThat(operator.post(page, "name", name, "country", "ZZ", "website", "no")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void no_other_site_gives_rights_in_the_operators_name() throws IOException, InterruptedException {
        Caller host = town.aHost();
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s/%s".formatted(port, PEOPLE, host.personId())))
                .header(
                        "Cookie",
                        "houselights=" + badges.bearer(town.operator()).substring("Bearer ".length()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=a@example.org&name=A&roles=OPERATOR"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoever_is_signed_in_sees_what_they_are_called() {
        Caller host = town.aHost();

        assertThat(town.browserOf(host).get("/me").html()).contains("<h1>Hanna</h1>", host.email());
    }

    @Test
    void it_is_all_there_in_korean() {
        Browser korean = operator.speaking("ko");

        assertThat(korean.get(PEOPLE + "/" + town.aHost().personId()).html())
                .contains("배급사", "저장")
                .doesNotContain("??");
        assertThat(korean.get(COMPANIES).html()).contains("새 회사 등록").doesNotContain("??");
        assertThat(korean.get("/operations").html()).contains("결제").doesNotContain("??");
        assertThat(ResourceBundle.getBundle("words.screening", Locale.KOREAN).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("words.screening", Locale.ROOT).keySet());
    }
}
