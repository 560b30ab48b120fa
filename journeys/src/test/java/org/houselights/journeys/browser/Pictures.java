package org.houselights.journeys.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;

/** What the pages look like, for people to look at: {@code target/pictures}. */
final class Pictures {

    private static final Path PLACE = Path.of("target", "pictures");

    private Pictures() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PLACE.resolve(name.replaceAll("[^\\w-]+", "-").toLowerCase(Locale.ROOT) + ".png")));
    }
}
