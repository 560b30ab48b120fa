package org.houselights.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** In which language a page is shown: the one that its reader chose, otherwise the browser's if we speak it, otherwise English. */
public final class Languages implements LocaleResolver {

    /** The cookie that remembers the choice. */
    public static final String COOKIE = "houselights-language";

    /** Those that the pages are written in. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.KOREAN);

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null) {
            for (Locale spoken : SPOKEN) {
                if (spoken.toLanguageTag().equals(chosen.getValue())) {
                    return spoken;
                }
            }
        }
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted -> spoken(wanted).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /**
     * The language if we speak it, with its country; whatever else may be said of a language would make words, formats and parts of its
     * own.
     */
    public static Optional<Locale> spoken(Locale wanted) {
        String country = COUNTRIES.contains(wanted.getCountry()) ? wanted.getCountry() : "";
        return SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .map(spoken -> Locale.of(spoken.getLanguage(), country));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The choice is a cookie, set by the page where it is made.");
    }
}
