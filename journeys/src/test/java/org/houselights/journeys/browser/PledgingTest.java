package org.houselights.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.time.Duration;
import org.houselights.journeys.Attendee;
import org.houselights.journeys.Distributor;
import org.houselights.journeys.Host;
import org.houselights.journeys.Screening;
import org.houselights.journeys.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserJourney
class PledgingTest {

    private static final String IN = "You're in, and nothing is charged";

    private Screening screening;

    @BeforeEach
    void a_screening_needs_six_people(Town town) {
        Distributor dana = town.distributor("Dagmar Dohle");
        Host hanna = town.host("Hella Heron");
        screening = hanna.proposes(dana.offers("Seoul Train"), 6);
        dana.approves(screening);
        screening.becomes("ON_SALE", "OPEN");
    }

    @Test
    void a_pledge_on_a_phone_takes_less_than_a_minute_and_no_account(Town town, Windows windows) {
        Attendee ann = town.attendee("Amalie Ammer");
        long start = System.nanoTime();

        Window phone = windows.phone().opens("/screenings/" + screening.id());
        phone.link("Pledge for tickets").click();
        phone.number("Full price").fill("2");
        phone.field("Your name").fill(ann.name());
        assertThat(phone.page().locator("#total")).containsText("$20.00");
        pledges(ann, phone);

        assertThat(phone.heading(IN)).isVisible();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(ann.news()).containsExactly("Pledge received, nothing charged yet"));
    }

    @Test
    void a_pledge_needs_no_scripts(Town town, Windows windows) {
        Window plain = windows.open(Look.PHONE.withoutScripts()).opens("/screenings/" + screening.id());
        plain.link("Pledge for tickets").click();
        plain.number("Full price").fill("2");
        pledges(town.attendee("Arne Adler"), plain);

        assertThat(plain.heading(IN)).isVisible();
        assertThat(plain.page().locator("main")).containsText("$20.00");
    }

    @Test
    void a_pledge_needs_no_mouse(Town town, Windows windows) {
        Attendee ann = town.attendee("Alma Alk");
        Window desktop = windows.desktop().opens("/screenings/" + screening.id());
        desktop.tabsTo(desktop.link("Pledge for tickets")).press("Enter");
        desktop.tabsTo(desktop.number("Full price")).press("ArrowUp");
        desktop.tabsTo(desktop.field("Your name")).fill(ann.name());
        desktop.tabsTo(desktop.field("Mail address")).fill(ann.address());
        desktop.tabsTo(desktop.page().getByLabel("Visa ending in 4242")).press("Space");
        desktop.tabsTo(desktop.button("Pledge")).press("Enter");

        assertThat(desktop.heading(IN)).isVisible();
        assertThat(ann.view().at("/amount/minorUnits").longValue()).isEqualTo(20_00);
    }

    @Test
    void two_browsers_see_the_same_bar_move_within_a_second(Town town, Windows windows) {
        Window phone = windows.phone();
        Window desktop = windows.desktop();
        phone.page().waitForResponse("**/live", () -> phone.opens("/presales/" + screening.id()));
        desktop.page().waitForResponse("**/live", () -> desktop.opens("/screenings/" + screening.id()));

        town.attendee("Antje Auerhahn").orders(screening, 2);

        var withinASecond = new HasTextOptions().setTimeout(1_000);
        for (Window window : new Window[] {phone, desktop}) {
            Locator togo = window.page().locator("[data-live] .togo");
            assertThat(togo).hasText("4 tickets to go", withinASecond);
            assertThat(window.page().locator("[data-live] progress")).hasAttribute("value", "2000");
        }
    }

    @Test
    void neither_a_double_click_nor_the_way_back_makes_a_second_order(Town town, Windows windows) {
        Attendee ann = town.attendee("Anselm Austernfischer");
        Window phone = windows.phone().opens("/presales/" + screening.id());
        phone.field("Your name").fill(ann.name());
        phone.field("Mail address").fill(ann.address());
        phone.button("Pledge").dblclick();
        assertThat(phone.heading(IN)).isVisible();

        phone.page().goBack();
        pledges(ann, phone);

        assertThat(phone.heading(IN)).isVisible();
        assertThat(screening.presale().at("/pledged/minorUnits").longValue()).isEqualTo(10_00);
    }

    @Test
    void a_card_that_cannot_be_saved_is_told_and_nothing_typed_is_lost(Town town, Windows windows) {
        Attendee ann = town.attendee("Alwin Alpensegler");
        Window phone = windows.phone().opens("/presales/" + screening.id());
        phone.number("Full price").fill("3");
        phone.page().getByLabel("Visa ending in 0002").check();
        pledges(ann, phone);

        assertThat(phone.alert()).isVisible();
        assertThat(phone.number("Full price")).hasValue("3");
        assertThat(phone.field("Your name")).hasValue(ann.name());
        phone.page().getByLabel("Visa ending in 4242").check();
        phone.button("Pledge").click();
        assertThat(phone.heading(IN)).isVisible();
    }

    @Test
    void an_order_is_altered_gets_another_card_and_is_cancelled_on_its_page(Town town, Windows windows) {
        Attendee ann = town.attendee("Auguste Amsel").orders(screening, 2);
        Window phone = windows.phone().opens(ann.orderPage());

        phone.text("Change the tickets").first().click();
        phone.number("Full price").fill("3");
        phone.button("Change the tickets").click();
        assertThat(phone.text("Your tickets are changed.")).isVisible();
        assertThat(phone.page().locator("main")).containsText("$30.00");

        phone.text("Give another card").click();
        phone.page().getByLabel("Mastercard ending in 4444").check();
        phone.button("Use this card").click();
        assertThat(phone.text("Mastercard ending in 4444").first()).isVisible();

        phone.text("Cancel the order").click();
        phone.button("Yes, cancel it").click();
        assertThat(phone.heading("This order is cancelled")).isVisible();
        assertThat(ann.status()).isEqualTo("CANCELLED");
    }

    private static void pledges(Attendee attendee, Window window) {
        window.field("Your name").fill(attendee.name());
        window.field("Mail address").fill(attendee.address());
        window.button("Pledge").click();
    }
}
