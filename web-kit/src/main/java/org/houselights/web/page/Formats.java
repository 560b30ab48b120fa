package org.houselights.web.page;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.houselights.web.Money;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** How pages write money, numbers and times in their reader's language; templates know it as {@code @format}. */
public final class Formats {

    private static final char NARROW_SPACE = '\u202F';
    private static final Duration SOON = Duration.ofDays(2);

    private final MessageSource words;
    private final Clock clock;

    Formats(MessageSource words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    public String money(Money money) {
        return money.format(language());
    }

    /** A number with the separators of the language. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language()).format(number);
    }

    /** As clocks at the place show it, such as <em>Saturday, December 12, 2026, 7:30 PM</em>. */
    public String moment(Instant moment, ZoneId zone) {
        return localMoment(LocalDateTime.ofInstant(moment, zone));
    }

    /** A time that is already on the clocks of its place. */
    public String localMoment(LocalDateTime moment) {
        return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .localizedBy(language())
                .format(moment));
    }

    /** Such as <em>Sat, Dec 12, 7:30 PM</em>. */
    public String shortMoment(Instant moment, ZoneId zone) {
        return write(DateTimeFormatter.ofLocalizedPattern("MMMEd")
                        .localizedBy(language())
                        .format(moment.atZone(zone))
                + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .localizedBy(language())
                        .format(moment.atZone(zone)));
    }

    /** For those who run the house, wherever they are: such as <em>Sat, Dec 12, 7:30 PM UTC</em>. */
    public String utc(Instant moment) {
        return shortMoment(moment, ZoneOffset.UTC) + " UTC";
    }

    /** Such as <em>Sat, Dec 12</em>. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd")
                .localizedBy(language())
                .format(date);
    }

    /** Such as <em>December 2026</em>. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .localizedBy(language())
                .format(month.atDay(1));
    }

    /** Such as <em>Eastern Standard Time</em>. */
    public String zone(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("zzzz", language()).format(moment.atZone(zone));
    }

    /** For the attribute {@code datetime}, and for scripts. */
    public String machine(Instant moment) {
        return moment.toString();
    }

    /** How long it is still, such as <em>4 days</em> or <em>11 hours</em>; the last minute is <em>moments</em>. */
    public String left(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.compareTo(Duration.ofMinutes(1)) < 0) {
            return say("left.moments");
        }
        if (left.compareTo(Duration.ofHours(1)) < 0) {
            return say("left.minutes", left.toMinutes());
        }
        if (left.compareTo(SOON) < 0) {
            return say("left.hours", left.toHours());
        }
        return say("left.days", left.toDays());
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    /** The narrow space before PM is missing from many a font. */
    private static String write(String text) {
        return text.replace(NARROW_SPACE, ' ');
    }
}
