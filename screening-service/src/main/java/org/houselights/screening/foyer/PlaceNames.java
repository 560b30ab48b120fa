package org.houselights.screening.foyer;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.houselights.screening.catalogue.Language;
import org.houselights.screening.catalogue.Territory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What countries and languages are called in the language of the page; templates know it as {@code @place}. */
@Component("place")
public final class PlaceNames {

    /** @param code by ISO 3166, such as {@code KR} */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(LocaleContextHolder.getLocale());
    }

    public String countries(Collection<Territory> territories) {
        return territories.stream().map(territory -> country(territory.code())).collect(Collectors.joining(", "));
    }

    public String languages(Collection<Language> languages) {
        return languages.stream()
                .map(language ->
                        Locale.forLanguageTag(language.toString()).getDisplayName(LocaleContextHolder.getLocale()))
                .collect(Collectors.joining(", "));
    }
}
