package org.houselights.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.houselights.journeys.Distributor;
import org.houselights.journeys.Film;
import org.houselights.journeys.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserJourney
class FilmEditingTest {

    private Distributor dana;
    private String page;

    @BeforeEach
    void a_film_has_a_page(Town town) {
        dana = town.distributor("Dorle Distelfink");
        Film film = dana.offers("Seoul Train");
        page = "/distributor/films/" + film.id();
    }

    @Test
    void a_link_to_a_folded_part_unfolds_it(Town town, Windows windows) {
        Window phone = windows.phone().signsIn(dana).opens(page);
        assertThat(licence(phone)).isHidden();

        phone.link("Licences").click();

        assertThat(licence(phone)).isVisible();
    }

    @Test
    void a_row_is_added_and_saved_without_scripts_and_nothing_typed_is_lost(Town town, Windows windows) {
        Window plain =
                windows.open(Look.PHONE.withoutScripts()).signsInByHand(dana).opens(page);
        plain.field("Original title").fill("서울 트레인");
        plain.page().locator("#makers summary").click();
        plain.page().locator("#makers button").click();
        assertThat(plain.page().locator("[id='makers[0]']")).isFocused();
        plain.page().locator("[id='makers[0].name']").fill("Jim");
        plain.page().locator("[id='makers[0].role']").fill("Director");

        plain.button("Save").last().click();

        assertThat(plain.text("Saved.")).isVisible();
        assertThat(plain.field("Original title")).hasValue("서울 트레인");
        assertThat(plain.page().locator("#makers summary")).containsText("1");
        assertThat(plain.page().locator("#licences summary")).containsText("1");
    }

    private static Locator licence(Window window) {
        return window.page().locator("[id='licences[0].territories']");
    }
}
