package org.houselights.screening.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Set;
import org.houselights.web.InvalidValue;
import org.houselights.web.Sentence;

/** A language by its ISO 639-1 code of two small letters, such as {@code en} or {@code ko}. */
@Schema(type = "string", description = "ISO 639-1 code of two letters", example = "ko")
public record Language(@JsonValue String code) {

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Language {
        if (!CODES.contains(code)) {
            throw new InvalidValue(Sentence.of("language-code"));
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
