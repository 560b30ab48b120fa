package org.houselights.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.houselights.journeys.Person;
import org.houselights.journeys.Town;
import org.junit.jupiter.api.Test;

@BrowserJourney
class SigningInTest {

    @Test
    void the_link_in_the_mail_and_one_click_sign_in(Town town, Windows windows) {
        Person hanna = town.host("Herta Habicht");
        Window phone = windows.phone().opens("/me");
        phone.field("Your mail address").fill(hanna.address());
        phone.button("Send me a link").click();
        assertThat(phone.heading("Look into your mail")).isVisible();
        newestLink(town, hanna);

        phone.opens(town.house().plan().inbox() + "/?to=" + hanna.address());
        phone.link("Your link to sign in").click();
        Page page = phone.page()
                .waitForPopup(() -> phone.page()
                        .frameLocator("iframe")
                        .locator("a[href*='/sign-in#']")
                        .first()
                        .click());
        Window opened = new Window(page, town);
        opened.button("Sign in").click();

        assertThat(opened.heading("Herta Habicht")).isVisible();
    }

    @Test
    void without_scripts_the_link_is_pasted(Town town, Windows windows) {
        Person hanna = town.host("Hedwig Haubentaucher");
        Window plain = windows.open(Look.DESKTOP.withoutScripts()).opens("/me");
        plain.field("Your mail address").fill(hanna.address());
        plain.button("Send me a link").click();
        assertThat(plain.heading("Look into your mail")).isVisible();

        String link = newestLink(town, hanna);
        plain.opens(link);
        plain.text("I have a link already").click();
        plain.field("The link from the mail").fill(link);
        plain.button("Sign in").click();

        assertThat(plain.heading("Hedwig Haubentaucher")).isVisible();
    }

    @Test
    void a_link_works_once(Town town, Windows windows) {
        Person hanna = town.host("Heike Heidelerche");
        windows.phone().signsIn(hanna);
        Window other = windows.phone()
                .opens(town.mailboxes().signInLinks(hanna.address()).getFirst());
        other.button("Sign in").click();

        assertThat(other.alert()).isVisible();
        assertThat(other.link("Heike Heidelerche")).hasCount(0);
    }

    @Test
    void an_expired_session_in_the_middle_of_a_form_loses_nothing(Town town, Windows windows) {
        Person hanna = town.host("Hilde Hohltaube");
        Window phone = windows.phone().signsIn(hanna).opens("/me");
        phone.field("What you are called").fill("Hilde H.");
        town.wait(Duration.ofHours(13));
        phone.button("Save").click();

        assertThat(phone.heading("Nothing is lost")).isVisible();
        Page page = phone.page().waitForPopup(() -> phone.link("Sign in").last().click());
        new Window(page, town).signsIn(hanna);
        phone.button("Send it").click();
        if (phone.heading("Nothing is lost").isVisible()) {
            phone.button("Send it").click();
        }

        assertThat(phone.heading("Hilde H.")).isVisible();
    }

    @Test
    void a_passkey_signs_in_with_one_tap_until_it_is_removed(Town town, Windows windows) {
        Person hanna = town.host("Hulda Haselhuhn");
        Window phone = windows.phone().hasPasskeys().signsIn(hanna).opens("/me");
        phone.field("Name of the passkey").fill("My phone");
        phone.button("Add a passkey").click();
        assertThat(phone.heading("My phone")).isVisible();
        assertThat(phone.text("not used yet")).isVisible();
        Assertions.assertThat(Accessibility.violations(phone.page())).isEmpty();
        Pictures.take(phone.page(), "me with a passkey");

        phone.field("Name of the passkey").fill("My phone once more");
        phone.button("Add a passkey").click();
        assertThat(phone.alert()).hasText("This device has a passkey of yours already.");

        phone.button("Sign out").click();
        phone.signsInByPasskey().opens("/me");
        assertThat(phone.heading("Hulda Haselhuhn")).isVisible();
        assertThat(phone.text("last used")).isVisible();

        phone.button("Remove").click();
        assertThat(phone.heading("My phone")).hasCount(0);
        phone.button("Sign out").click();
        phone.opens("/sign-in").button("Sign in with a passkey").click();
        assertThat(phone.alert()).containsText("This passkey does not open the house");
    }

    @Test
    void whoever_has_no_passkey_is_told_so_and_signs_in_by_link(Town town, Windows windows) {
        Window phone = windows.phone().hasPasskeys().opens("/sign-in");
        phone.button("Sign in with a passkey").click();

        assertThat(phone.alert()).containsText("The link by mail always works.");
        Assertions.assertThat(Accessibility.violations(phone.page())).isEmpty();
        Pictures.take(phone.page(), "sign in without a passkey");
        phone.signsIn(town.host("Hella Haubenlerche"));
    }

    private static String newestLink(Town town, Person person) {
        return await().until(() -> town.mailboxes().signInLinks(person.address()), links -> !links.isEmpty())
                .getFirst();
    }
}
