package org.houselights.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.houselights.journeys.Town;
import org.houselights.local.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every page, with the seeds in the house: accessible by day and by night, not wider than a phone in any language, and framed by
 * nobody unless it is made for it. A picture of each is kept.
 */
@BrowserJourney
class EveryPageTest {

    private static final String NEARLY_THERE = "c5a608b8-40a5-49cd-bac2-5b2bcb21240c";
    private static final String FAR_FROM_IT = "b8ae54aa-14c6-4eb2-b3d6-8b7d7d3acfb9";
    private static final String CONFIRMED = "0f09d7bf-0219-4567-932f-ebef42692b37";
    private static final String CANCELLED = "dcf9b27f-14b0-4d72-be67-8b1e552727f7";
    private static final String PROPOSED = "530cd50d-3905-4e11-9f2f-d864aaff3bbc";
    private static final String TO_BE_CHANGED = "8274df64-e1cf-4618-a1e6-e9919f8892e6";
    private static final String SEOUL_TRAIN = "0cc2ee29-110e-4c89-b671-d2bf72d83a77";

    private static final String DISTRIBUTOR = "caab8795-3492-4c54-8371-01be9a7383f1";
    private static final String COMPANY = "9d7ce734-12ab-4472-8f1b-52186da0c08d";
    private static final String VENUE = "4a918103-5a5d-48eb-aded-58792f5d09d0";

    private static final String WIDGET = "/presales/" + NEARLY_THERE + "/widget";
    private static final String NOWHERE = "/nowhere";

    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void the_house_has_its_seeds(Town town) {
        town.sow();
    }

    @Test
    void of_everybody(Town town, Windows windows) {
        Window window = windows.desktop();
        look(window, "home", "/");
        look(window, "home-nothing-found", "/?q=nothing+of+this+name");
        look(window, "films", "/films");
        look(window, "film", "/films/" + SEOUL_TRAIN);
        look(window, "screening-nearly-there", "/screenings/" + NEARLY_THERE);
        look(window, "screening-confirmed", "/screenings/" + CONFIRMED);
        look(window, "screening-cancelled", "/screenings/" + CANCELLED);
        look(window, "sign-in", "/sign-in");
        look(window, "sign-in-sent", "/sign-in/sent");
        look(window, "not-there", NOWHERE);
    }

    @Test
    void of_attendees(Town town, Windows windows) {
        Window window = windows.desktop();
        look(window, "pledge", "/presales/" + NEARLY_THERE);
        look(window, "pledge-pay-what-you-can", "/presales/" + FAR_FROM_IT);
        look(window, "pledge-cancelled", "/presales/" + CANCELLED);
        look(window, "widget", WIDGET);
        String order = town.mailboxes()
                .newestLink("ada.lindqvist@example.org", "/orders/")
                .orElseThrow();
        look(window, "order", URI.create(order).getPath());
    }

    @Test
    void of_hosts(Town town, Windows windows) {
        Window window = windows.desktop().signsIn(town.seeded("jordan@houselights.example"));
        look(window, "me", "/me");
        look(window, "host", "/host");
        look(window, "host-propose", "/host/propose");
        look(window, "host-proposed", "/host/screenings/" + PROPOSED);
        look(window, "host-to-be-changed", "/host/screenings/" + TO_BE_CHANGED);
        look(window, "host-change", "/host/screenings/" + TO_BE_CHANGED + "/change");
        look(window, "dashboard", "/presales/" + FAR_FROM_IT + "/dashboard");
        look(window, "dashboard-people", "/presales/" + FAR_FROM_IT + "/people");
        look(window, "dashboard-door-list", "/presales/" + FAR_FROM_IT + "/door-list");
        look(window, "dashboard-messages", "/presales/" + FAR_FROM_IT + "/messages");
        look(window, "deliveries", "/deliveries/" + FAR_FROM_IT);
    }

    @Test
    void of_distributors(Town town, Windows windows) {
        Window window = windows.desktop().signsIn(town.seeded("dana@paperlantern.example"));
        look(window, "distributor", "/distributor");
        look(window, "distributor-decision", "/distributor/screenings/" + PROPOSED);
        look(window, "distributor-films", "/distributor/films");
        look(window, "distributor-film-new", "/distributor/films/new");
        look(window, "distributor-film", "/distributor/films/" + SEOUL_TRAIN);
        look(window, "distributor-rules", "/distributor/rules");
        look(window, "box-office", "/box-office");
    }

    @Test
    void of_operators(Town town, Windows windows) {
        Window window = windows.desktop().signsIn(town.seeded(House.OPERATOR));
        look(window, "operations", "/operations");
        look(window, "operations-screening", "/operations/screening");
        look(window, "operations-people", "/operations/screening/people");
        look(window, "operations-person", "/operations/screening/people/" + DISTRIBUTOR);
        look(window, "operations-companies", "/operations/screening/companies");
        look(window, "operations-company", "/operations/screening/companies/" + COMPANY);
        look(window, "operations-venues", "/operations/screening/venues");
        look(window, "operations-venue", "/operations/screening/venues/" + VENUE);
        look(window, "operations-ticketing", "/operations/ticketing");
        look(window, "operations-notification", "/operations/notification");
    }

    @AfterEach
    void nothing_is_wrong_with_them() {
        assertThat(faults).isEmpty();
    }

    private void look(Window window, String name, String address) {
        Page page = window.page();
        for (String language : List.of("en", "ko")) {
            Response answer = window.reads(language).page().navigate(address);
            if (answer.status() != (address.equals(NOWHERE) ? 404 : 200)) {
                faults.add("%s was answered %d".formatted(name, answer.status()));
            }
            if (answer.headerValue("Content-Security-Policy").contains("frame-ancestors 'none'")
                    == address.equals(WIDGET)) {
                faults.add("%s can be framed by others, or can't and should".formatted(name));
            }
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (Look device : List.of(Look.DESKTOP, Look.PHONE)) {
                    page.setViewportSize(device.width(), device.height());
                    Pictures.take(page, "%s %s %d %s".formatted(name, language, device.width(), scheme));
                }
                if (language.equals("en")) {
                    Accessibility.violations(page)
                            .forEach(fault -> faults.add("%s (%s): %s".formatted(name, scheme, fault)));
                }
            }
            int tooWide = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
            if (tooWide > 0) {
                faults.add("%s (%s) is %d pixels wider than a phone".formatted(name, language, tooWide));
            }
        }
    }
}
