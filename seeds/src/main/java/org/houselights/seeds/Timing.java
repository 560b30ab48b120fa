package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time counted from the moment of loading: {@code in 30 days at 19:30} on the venue's clocks, or {@code in 9 hours}.
 *
 * @param at the time of day; none where hours are counted
 */
public record Timing(int amount, @Nullable LocalTime at) {

    private static final Pattern FORM =
            Pattern.compile("in (\\d{1,3}) (?:days at ((?:[01]\\d|2[0-3]):[0-5]\\d)|hours)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Timing of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no time such as 'in 30 days at 19:30' or 'in 9 hours'".formatted(text));
        }
        String at = form.group(2);
        return new Timing(Integer.parseInt(form.group(1)), at == null ? null : LocalTime.parse(at));
    }

    LocalDateTime after(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        return at == null
                ? local.plusHours(amount).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES)
                : local.toLocalDate().plusDays(amount).atTime(at);
    }
}
