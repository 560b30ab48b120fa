package org.houselights.journeys.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;

/**
 * What no page may do: raise an error, break its own content security policy, which the console tells, ask for what isn't
 * there, or ask anybody else for anything.
 *
 * @param ours the addresses that may be asked
 */
record Complaints(List<URI> ours, List<String> heard) {

    /** The console tells of every answer above 399; the answers are looked at by themselves. */
    private static final String ANSWERED = "Failed to load resource: the server responded with a status of";

    void listenTo(Page page) {
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> heard.add(page.url() + " raised " + error));
        page.onRequest(this::look);
        page.onResponse(this::look);
    }

    private void hear(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())
                && !message.text().startsWith(ANSWERED)) {
            heard.add(message.location() + ": " + message.text());
        }
    }

    private void look(Request request) {
        String address = request.url();
        if (!address.startsWith("data:") && ours.stream().noneMatch(one -> address.startsWith(one + "/"))) {
            heard.add(address + " was asked");
        }
    }

    /** A page or a form may be refused; what it is made of may not. */
    private void look(Response response) {
        boolean page =
                List.of("document", "xhr", "fetch").contains(response.request().resourceType());
        if (response.status() >= (page ? 500 : 400)) {
            heard.add("%s was answered %d".formatted(response.url(), response.status()));
        }
    }
}
