package org.houselights.screening.account;

import java.time.Duration;
import org.houselights.web.HouseSettings;
import org.houselights.web.access.CsrfTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.stereotype.Component;

/** The cookies of a browser that is signed in. Pages can read only the one that protects their forms. */
@Component
class SessionCookies {

    static final String REFRESH = "houselights-refresh";
    private static final String REFRESH_PATH = "/api/session";

    private final HouseSettings house;

    SessionCookies(HouseSettings house) {
        this.house = house;
    }

    HttpHeaders set(SignedIn signedIn) {
        return headers(
                session(signedIn.accessToken(), AccessTokens.LIFE),
                refresh(signedIn.refreshToken(), RefreshToken.LIFE),
                csrf(CsrfTokens.of(signedIn.sessionId()), RefreshToken.LIFE));
    }

    HttpHeaders clear() {
        return headers(session("", Duration.ZERO), refresh("", Duration.ZERO), csrf("", Duration.ZERO));
    }

    private ResponseCookieBuilder session(String value, Duration life) {
        return cookie(house.sessionCookie(), value, life)
                .httpOnly(true)
                .path("/")
                .sameSite("Lax");
    }

    private ResponseCookieBuilder refresh(String value, Duration life) {
        return cookie(REFRESH, value, life).httpOnly(true).path(REFRESH_PATH).sameSite("Strict");
    }

    private ResponseCookieBuilder csrf(String value, Duration life) {
        return cookie(CsrfTokens.COOKIE, value, life).path("/").sameSite("Strict");
    }

    private ResponseCookieBuilder cookie(String name, String value, Duration life) {
        return ResponseCookie.from(name, value).maxAge(life).secure(house.overTls());
    }

    private static HttpHeaders headers(ResponseCookieBuilder... cookies) {
        HttpHeaders headers = new HttpHeaders();
        for (ResponseCookieBuilder cookie : cookies) {
            headers.add(HttpHeaders.SET_COOKIE, cookie.build().toString());
        }
        return headers;
    }
}
