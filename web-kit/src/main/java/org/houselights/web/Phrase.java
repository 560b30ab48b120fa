package org.houselights.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** A sentence of the {@link Phrasebook}. */
record Phrase(String key, List<Object> arguments) implements Sentence {

    @Override
    public String in(Locale language) {
        return Phrasebook.in(language)
                .say(
                        key,
                        arguments.stream().map(each -> written(each, language)).toArray());
    }

    private static Object written(Object argument, Locale language) {
        return switch (argument) {
            case Sentence sentence -> sentence.in(language);
            case Money money -> money.format(language);
            case LocalDateTime moment -> written(moment, "written.moment", language);
            case LocalDate day -> written(day, "written.day", language);
            case Number number -> number;
            default -> argument.toString();
        };
    }

    private static String written(TemporalAccessor time, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(Phrasebook.in(language).pattern(pattern), language)
                .format(time);
    }

    /** English, for logs and for those who debug. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
