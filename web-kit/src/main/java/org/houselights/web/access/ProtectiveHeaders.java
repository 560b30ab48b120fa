package org.houselights.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.houselights.web.page.ProblemPages;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a browser must not do with an answer. Those of the API are no pages: they load nothing and nobody frames them, and what only a page can ask of a
 * browser doesn't concern them. Where an answer says something else itself, as a page does that others may frame, that holds.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers">OWASP on the headers of an API</a>
 */
final class ProtectiveHeaders implements HeaderWriter {

    private static final String CONTENT = "Content-Security-Policy";

    private static final Map<String, String> OF_ALL =
            Map.of("X-Content-Type-Options", "nosniff", HttpHeaders.CACHE_CONTROL, "no-store");

    private static final Map<String, String> OF_THE_API = Map.of(CONTENT, "default-src 'none'; frame-ancestors 'none'");

    private static final Map<String, String> OF_PAGES = Map.of(
            CONTENT,
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        write(OF_ALL, response);
        write(ProblemPages.isOfTheApi(request) ? OF_THE_API : OF_PAGES, response);
    }

    private static void write(Map<String, String> headers, HttpServletResponse response) {
        headers.forEach((name, value) -> {
            if (!response.containsHeader(name) && !isOfWhatIsKeptAlready(name, response)) {
                response.setHeader(name, value);
            }
        });
    }

    /** That it is still the same doesn't mean that it must not be kept any more. */
    private static boolean isOfWhatIsKeptAlready(String name, HttpServletResponse response) {
        return name.equals(HttpHeaders.CACHE_CONTROL) && response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED;
    }
}
