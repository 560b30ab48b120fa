package org.houselights.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.houselights.web.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token that proves that a page of ours sent the request. It follows from the session's id, which no page and no
 * other site can read, so nothing has to be kept and every service knows it.
 */
public final class CsrfTokens implements CsrfTokenRepository {

    public static final String HEADER = "X-CSRF-Token";
    /** The cookie from which a page reads the token. */
    public static final String COOKIE = "houselights-csrf";

    private static final String PARAMETER = "_csrf";

    CsrfTokens() {}

    /** The token of a session. */
    public static String of(String sessionId) {
        return Secrets.hash("csrf " + sessionId);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Secrets.next());
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? token(of(known.sessionId()))
                : null;
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // Follows from the session.
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }
}
