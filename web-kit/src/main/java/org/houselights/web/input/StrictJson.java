package org.houselights.web.input;

import java.text.Normalizer;
import org.houselights.web.Characters;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON as commands have to be written: only known fields, each once, each of its own type, and text without control
 * characters. Text arrives in Unicode's composed form, so that what looks the same is the same.
 */
final class StrictJson {

    private StrictJson() {}

    static JsonMapper from(JsonMapper usual) {
        return usual.rebuild()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .defaultLeniency(false)
                .addModule(new SimpleModule("clean text").addDeserializer(String.class, new CleanText()))
                .build();
    }

    private static final class CleanText extends StdScalarDeserializer<String> {

        CleanText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(getValueType(context), json);
            }
            String text = json.getString();
            if (!Characters.areClean(text)) {
                throw InvalidFormatException.from(json, "control characters", text, String.class);
            }
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }
}
