package org.houselights.screening.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Set;
import org.houselights.web.InvalidValue;
import org.houselights.web.Sentence;

/** A country by its ISO 3166-1 code of two capital letters, such as {@code US} or {@code KR}. */
@Schema(type = "string", description = "ISO 3166-1 code of two letters", example = "US")
public record Territory(@JsonValue String code) {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Territory {
        if (!CODES.contains(code)) {
            throw new InvalidValue(Sentence.of("country-code"));
        }
    }

    /** The country's name as its reader knows it. */
    public Sentence displayName() {
        return Locale.of("", code)::getDisplayCountry;
    }

    @Override
    public String toString() {
        return code;
    }
}
