package org.houselights.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.houselights.web.page.ProblemPages;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What a browser must not do with an answer. Those of the API are no pages: they load nothing and nobody frames them, and what only a page can ask of a
 * browser doesn't concern them. Where an answer says something else itself, as a page does that others may frame, that holds.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers">OWASP on the headers of an API</a>
 */
final class ProtectiveHeaders implements HeaderWriter {

    private static final Header NO_GUESSING = new Header("X-Content-Type-Options", "nosniff");
    private static final String CONTENT = "Content-Security-Policy";

    private static final HeaderWriter OF_THE_API = new StaticHeadersWriter(
            List.of(NO_GUESSING, new Header(CONTENT, "default-src 'none'; frame-ancestors 'none'")));

    private static final HeaderWriter OF_PAGES = new StaticHeadersWriter(List.of(
            NO_GUESSING,
            new Header(
                    CONTENT,
                    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
            new Header("Referrer-Policy", "no-referrer"),
            new Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")));

    private static final HeaderWriter KEPT_BY_NOBODY = new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        HeaderWriter own = ProblemPages.isOfTheApi(request) ? OF_THE_API : OF_PAGES;
        own.writeHeaders(request, response);
        // That something is still the same doesn't mean that it must not be kept any more.
        if (response.getStatus() != HttpServletResponse.SC_NOT_MODIFIED) {
            KEPT_BY_NOBODY.writeHeaders(request, response);
        }
    }
}
