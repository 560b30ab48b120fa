package org.houselights.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.houselights.journeys.Distributor;
import org.houselights.journeys.Screening;
import org.houselights.journeys.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserJourney
class LookingAroundTest {

    private Screening screening;

    @BeforeEach
    void a_screening_is_on_sale(Town town) {
        Distributor dana = town.distributor("Dietlinde Dompfaff");
        screening = town.host("Helga Haubenmeise").proposes(dana.offers("The Nightjar of " + dana.address()), 6);
        dana.approves(screening);
        screening.becomes("ON_SALE", "OPEN");
    }

    @Test
    void from_a_search_at_home_by_the_screening_to_the_film(Town town, Windows windows) {
        String title = town.visitor().get(screening.path()).at("/film/title").stringValue();
        Window phone = windows.phone().opens("/");
        phone.field("Film, cinema or city").fill(title);
        phone.button("Find").click();
        assertThat(phone.heading("One screening")).isVisible();

        phone.link(title).click();
        assertThat(phone.page()).hasURL(Pattern.compile("/screenings/" + screening.id()));
        assertThat(phone.page().locator("main")).containsText("6 tickets to go");

        phone.link(title).click();
        assertThat(phone.link("Host a screening")).isVisible();
        assertThat(phone.heading("Screenings to come")).isVisible();
    }

    @Test
    void a_language_once_chosen_stays(Town town, Windows windows) {
        Window phone = windows.phone().opens("/films");
        phone.button("한국어").click();
        assertThat(phone.heading("영화").first()).isVisible();
        assertThat(phone.page()).hasURL(Pattern.compile("/films$"));

        phone.opens("/presales/" + screening.id());
        assertThat(phone.heading("표 약정하기")).isVisible();
        phone.button("English").click();
        assertThat(phone.heading("Pledge for tickets")).isVisible();
    }

    @Test
    void home_and_a_screening_are_light(Town town, Windows windows) {
        for (String path : List.of("/", "/screenings/" + screening.id())) {
            Window phone = windows.phone();
            AtomicLong transferred = new AtomicLong();
            phone.page().onRequestFinished(request -> {
                if (!request.resourceType().equals("eventsource")) {
                    var sizes = request.sizes();
                    transferred.addAndGet(sizes.responseHeadersSize + sizes.responseBodySize);
                }
            });
            phone.opens(path).page().waitForLoadState();
            assertThat(transferred.get()).as(path).isBetween(1_000L, 100_000L);
        }
    }

    @Test
    void only_the_widget_can_be_framed(Town town, Windows windows) {
        Window desktop = windows.desktop();
        for (String path :
                List.of("/", "/films", "/sign-in", "/screenings/" + screening.id(), "/presales/" + screening.id())) {
            Response answer = desktop.page().navigate(path);
            assertThat(answer.headerValue("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
        }
        Response widget = desktop.page().navigate("/presales/" + screening.id() + "/widget");
        assertThat(widget.headerValue("Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(widget.headerValue("X-Frame-Options")).isNull();
        assertThat(desktop.page().locator(".togo")).hasText("6 tickets to go");
    }
}
