package org.houselights.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Finds out who is calling. Whoever shows a bearer token must show a good one; a cookie that is over counts as none,
 * because a browser sends it whether it is wanted or not.
 */
final class SignInFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final String cookie;

    SignInFilter(Tokens tokens, String cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caller(request).ifPresent(caller -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(caller);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<CallerAuthentication> caller(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            Cookie sent = WebUtils.getCookie(request, cookie);
            return sent == null ? Optional.empty() : tokens.read(sent.getValue(), true);
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problems.notSignedIn(Sentence.of("sign-in.no-bearer"));
        }
        return Optional.of(tokens.read(header.substring(BEARER.length()).strip(), false)
                .orElseThrow(() -> Problems.notSignedIn(Sentence.of("sign-in.over"))));
    }
}
