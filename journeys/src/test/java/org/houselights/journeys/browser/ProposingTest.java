package org.houselights.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import org.houselights.journeys.Distributor;
import org.houselights.journeys.Host;
import org.houselights.journeys.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserJourney
class ProposingTest {

    private Host hanna;
    private String film;
    private String cinema;

    @BeforeEach
    void there_are_a_film_and_a_cinema(Town town) {
        Distributor dana = town.distributor("Dorle Drossel");
        hanna = town.host("Hanne Hanfling");
        film = "Nightjars of " + dana.address();
        dana.offers(film);
        cinema = "Roxy of " + hanna.address();
        hanna.knowsOf(cinema);
    }

    @Test
    void on_a_phone_the_wizard_tells_what_it_takes_while_one_types(Town town, Windows windows) {
        Window phone = windows.phone().signsIn(hanna).opens("/host/propose");
        choosesFilm(phone);
        firstLicence(phone).check();
        phone.field("Find a cinema, a hall or a city").fill(cinema);
        assertThat(rooms(phone)).hasCount(1);
        rooms(phone).check();
        fillsEvening(phone);
        Locator preview = phone.page().locator("#preview");
        assertThat(preview).containsText("2 tickets would pay for it");
        phone.field("Your own costs").fill("40");
        assertThat(preview).containsText("7 tickets would pay for it");

        phone.button("Send to the distributor").click();

        assertThat(phone.text("Waits for the distributor")).isVisible();
        await().untilAsserted(() -> assertThat(hanna.news()).containsExactly("We have your proposal"));
    }

    @Test
    void a_proposal_needs_no_scripts(Town town, Windows windows) {
        Window plain =
                windows.open(Look.PHONE.withoutScripts()).signsInByHand(hanna).opens("/host/propose");
        choosesFilm(plain);
        plain.button("Show its licences").click();
        firstLicence(plain).check();
        plain.field("Find a cinema, a hall or a city").fill(cinema);
        plain.button("Find").click();
        rooms(plain).check();
        fillsEvening(plain);
        plain.button("Send to the distributor").click();

        assertThat(plain.text("Waits for the distributor")).isVisible();
    }

    @Test
    void a_session_that_ends_in_the_middle_of_a_proposal_loses_nothing(Town town, Windows windows) {
        Window phone =
                windows.open(Look.PHONE.withoutScripts()).signsInByHand(hanna).opens("/host/propose");
        choosesFilm(phone);
        phone.field("A few words to the distributor").fill("Our town has been waiting for this.");
        town.wait(Duration.ofHours(13));
        phone.button("Keep as a draft").click();
        assertThat(phone.heading("Nothing is lost")).isVisible();

        new Window(phone.page().context().newPage(), town).signsInByHand(hanna);
        phone.button("Send it").click();
        if (phone.heading("Nothing is lost").isVisible()) {
            phone.button("Send it").click();
        }
        phone.opens("/host").link(film).click();

        assertThat(phone.field("A few words to the distributor")).hasValue("Our town has been waiting for this.");
    }

    private void choosesFilm(Window window) {
        window.page()
                .getByLabel("Film", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(film + " (2004)"));
    }

    private static Locator firstLicence(Window window) {
        return window.page().locator("#licenceId input").first();
    }

    private static Locator rooms(Window window) {
        return window.page().locator("#auditoriumId input");
    }

    private void fillsEvening(Window window) {
        window.field("Day and time").fill(hanna.evening().toString());
        window.page().locator("#price").fill("10");
    }
}
