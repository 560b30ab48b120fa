package org.houselights.journeys.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;

/** What of the Web Content Accessibility Guidelines 2.2, levels A and AA, a machine can check. */
final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** Each with the place in the page, and why. */
    static List<String> violations(Page page) {
        AxeResults results =
                new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze();
        return results.getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> "%s: %s %s".formatted(rule.getId(), node.getHtml(), node.getFailureSummary())))
                .toList();
    }
}
