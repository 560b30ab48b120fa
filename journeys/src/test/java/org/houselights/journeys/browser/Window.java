package org.houselights.journeys.browser;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.houselights.journeys.Person;
import org.houselights.journeys.Town;

/** A browser window, and what people do in it: they look for what is written there. */
record Window(Page page, Town town) {

    /** No page has more parts than these that take the focus. */
    private static final int MANY = 100;

    Window opens(String address) {
        page.navigate(address);
        return this;
    }

    /** As if this language had been chosen below the page. */
    Window reads(String language) {
        page.context()
                .addCookies(List.of(new Cookie("houselights-language", language)
                        .setUrl(town.house().plan().address().toString())));
        return this;
    }

    /** As everybody does it: asks for the link, reads the mail, follows the link, presses the button. */
    Window signsIn(Person person) {
        opens(newSignInLink(person));
        button("Sign in").click();
        return isSignedIn();
    }

    /** The same where there are no scripts that would read the link. */
    Window signsInByHand(Person person) {
        String link = newSignInLink(person);
        opens(link);
        text("I have a link already").click();
        field("The link from the mail").fill(link);
        button("Sign in").click();
        return isSignedIn();
    }

    /** From now on there is a device at hand that makes passkeys and knows its owner, who touches it whenever it asks. */
    Window hasPasskeys() {
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        devices.send("WebAuthn.addVirtualAuthenticator", options);
        return this;
    }

    /** Where a device is at hand that has a passkey. */
    Window signsInByPasskey() {
        opens("/sign-in");
        button("Sign in with a passkey").click();
        return isSignedIn();
    }

    private String newSignInLink(Person person) {
        var mailboxes = town.mailboxes();
        int before = mailboxes.signInLinks(person.address()).size();
        opens("/sign-in");
        field("Your mail address").fill(person.address());
        button("Send me a link").click();
        List<String> links =
                await().until(() -> mailboxes.signInLinks(person.address()), found -> found.size() > before);
        return links.getFirst();
    }

    private Window isSignedIn() {
        page.waitForURL(address -> !address.contains("/sign-in"));
        return this;
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    Locator number(String label) {
        return page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName(label));
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    /** What is wrong with a form. */
    Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    /** From where the focus is, by the key alone. */
    Locator tabsTo(Locator part) {
        for (int tabs = 0; tabs < MANY; tabs++) {
            if ((boolean) part.evaluate("part => part === document.activeElement")) {
                return part;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + part);
    }
}
