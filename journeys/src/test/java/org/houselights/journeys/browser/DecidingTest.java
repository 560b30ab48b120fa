package org.houselights.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.houselights.journeys.Distributor;
import org.houselights.journeys.Film;
import org.houselights.journeys.Host;
import org.houselights.journeys.Screening;
import org.houselights.journeys.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserJourney
class DecidingTest {

    private Distributor dana;
    private Screening first;
    private Screening second;

    @BeforeEach
    void two_proposals_wait(Town town) {
        dana = town.distributor("Doro Dommel");
        Host hanna = town.host("Hanno Haussperling");
        Film film = dana.offers("Seoul Train");
        first = hanna.proposes(film, 6);
        second = hanna.proposes(film, 6);
    }

    @Test
    void whoever_decides_goes_on_to_the_next(Town town, Windows windows) {
        decides(windows.desktop().signsIn(dana));
    }

    @Test
    void a_decision_needs_no_scripts(Town town, Windows windows) {
        decides(windows.open(Look.PHONE.withoutScripts()).signsInByHand(dana));
    }

    private void decides(Window window) {
        window.opens("/distributor").link("Decide, the most urgent first").click();
        assertThat(window.page()).hasURL(Pattern.compile(first.id()));
        window.button("Approve").click();

        assertThat(window.page()).hasURL(Pattern.compile(second.id()));
        window.button("Ask for changes").click();
        assertThat(window.alert()).isVisible();
        window.page().locator("#reason").fill("A Saturday, please.");
        window.button("Ask for changes").click();

        assertThat(window.text("Nothing waits for you")).isVisible();
        first.becomes("ON_SALE", "OPEN");
    }
}
