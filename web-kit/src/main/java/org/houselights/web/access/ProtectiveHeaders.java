package org.houselights.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.houselights.web.Api;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What a browser must not do with an answer. Those of the API are no pages: they load nothing and nobody frames them, and what only a page can ask of a
 * browser doesn't concern them. Where an answer says something else itself, as one does that may be kept or framed, that holds.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers">OWASP on the headers of an API</a>
 */
final class ProtectiveHeaders implements HeaderWriter {

    private static final Header NO_GUESSING = new Header("X-Content-Type-Options", "nosniff");
    private static final Header KEPT_BY_NOBODY = new Header(HttpHeaders.CACHE_CONTROL, "no-store");
    private static final String CONTENT = "Content-Security-Policy";

    private static final HeaderWriter OF_THE_API = new StaticHeadersWriter(
            List.of(NO_GUESSING, KEPT_BY_NOBODY, new Header(CONTENT, "default-src 'none'; frame-ancestors 'none'")));

    private static final HeaderWriter OF_PAGES = new StaticHeadersWriter(List.of(
            NO_GUESSING,
            KEPT_BY_NOBODY,
            new Header(
                    CONTENT,
                    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
            new Header("Referrer-Policy", "no-referrer"),
            new Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")));

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        HeaderWriter headers = Api.isAskedBy(request) ? OF_THE_API : OF_PAGES;
        headers.writeHeaders(request, response);
    }
}
