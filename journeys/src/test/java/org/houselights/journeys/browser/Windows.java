package org.houselights.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.houselights.journeys.Town;

/** The windows that are open in a journey, each with cookies of its own. */
final class Windows {

    /** Milliseconds that a page may take. */
    private static final double PATIENCE = 20_000;

    private final Browser browser;
    private final Town town;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Windows(Browser browser, Town town) {
        this.browser = browser;
        this.town = town;
    }

    Window phone() {
        return open(Look.PHONE);
    }

    Window desktop() {
        return open(Look.DESKTOP);
    }

    Window open(Look look) {
        URI house = town.house().plan().address();
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(house.toString())
                .setViewportSize(look.width(), look.height())
                .setLocale("en")
                .setJavaScriptEnabled(look.scripts()));
        open.add(context);
        context.setDefaultTimeout(PATIENCE);
        var listener = new Complaints(List.of(house, town.house().plan().inbox()), complaints);
        context.onPage(listener::listenTo);
        Page page = context.newPage();
        return new Window(page, town);
    }

    /** What is to be seen in each of them. */
    void picture(String name) {
        List<Page> pages =
                open.stream().flatMap(context -> context.pages().stream()).toList();
        for (int i = 0; i < pages.size(); i++) {
            Pictures.take(pages.get(i), "%s %d".formatted(name, i + 1));
        }
    }

    void close() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    void assertNothingToComplainOf() {
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
