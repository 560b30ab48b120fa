package org.houselights.screening.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.houselights.web.HouseSettings;
import org.houselights.web.page.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What a browser keeps for us from one page to the next, in cookies that no script reads. */
@Component
class BrowserMemory {

    /** Where somebody wanted to go who had to sign in first. */
    static final String DESTINATION = "houselights-to";
    /** What a passkey of this browser has to sign. */
    static final String CHALLENGE = "houselights-passkey";

    private static final String SIGN_IN = "/sign-in";
    private static final Duration UNTIL_THE_MAIL_IS_READ = Duration.ofMinutes(15);
    private static final Duration CHOSEN = Duration.ofDays(365);

    private final HouseSettings house;

    BrowserMemory(HouseSettings house) {
        this.house = house;
    }

    void keepDestination(String to, HttpServletResponse response) {
        keep(DESTINATION, to, UNTIL_THE_MAIL_IS_READ, SIGN_IN, "Lax", response);
    }

    void forgetDestination(HttpServletResponse response) {
        keep(DESTINATION, "", Duration.ZERO, SIGN_IN, "Lax", response);
    }

    /** Only our own pages send it back, so nobody else's can have it answered. */
    void keepChallenge(String challenge, HttpServletResponse response) {
        keep(CHALLENGE, challenge, PasskeyChallenge.LIFE, "/", "Strict", response);
    }

    void forgetChallenge(HttpServletResponse response) {
        keep(CHALLENGE, "", Duration.ZERO, "/", "Strict", response);
    }

    /** Returns the tag of a language that the house speaks, whatever was chosen. */
    String keepLanguage(String chosen, HttpServletResponse response) {
        String spoken = Languages.SPOKEN.stream()
                .map(Locale::toLanguageTag)
                .filter(chosen::equals)
                .findFirst()
                .orElse(Locale.ENGLISH.toLanguageTag());
        keep(Languages.COOKIE, spoken, CHOSEN, "/", "Lax", response);
        return spoken;
    }

    private void keep(
            String name, String value, Duration life, String path, String sameSite, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(path)
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(house.overTls())
                        .sameSite(sameSite)
                        .build()
                        .toString());
    }
}
