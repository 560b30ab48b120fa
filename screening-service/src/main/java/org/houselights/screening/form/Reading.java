package org.houselights.screening.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one form, and keeps what is wrong with each. What was left empty is null, as is what
 * can't be read.
 */
public final class Reading {

    /** The largest amount in any currency's major unit that {@code Money} holds with room to calculate. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000_000_000L);

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<FieldError> errors = new ArrayList<>();

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public boolean isClean() {
        return errors.isEmpty();
    }

    /** Keeps that something has to be given which is not; says nothing more about a field that can't be read. */
    public void require(String field, @Nullable Object read) {
        if (read == null && errors.stream().noneMatch(error -> error.field().equals(field))) {
            refuse(field, Sentence.of("typed.missing"));
        }
    }

    /** @param max the largest number of characters, counted as Java counts them */
    public @Nullable String text(String field, @Nullable String typed, int max) {
        String text = Typed.text(typed);
        if (text != null && text.length() > max) {
            refuse(field, Sentence.of("typed.long", max));
            return null;
        }
        return text;
    }

    public @Nullable Integer number(String field, @Nullable String typed) {
        return read(field, typed, Sentence.of("typed.number"), text -> Integer.valueOf(text.replace(",", "")));
    }

    public @Nullable UUID id(String field, @Nullable String typed) {
        return read(field, typed, Sentence.of("typed.choice"), UUID::fromString);
    }

    public @Nullable LocalDate day(String field, @Nullable String typed) {
        return read(field, typed, Sentence.of("typed.day"), LocalDate::parse);
    }

    public @Nullable LocalDateTime moment(String field, @Nullable String typed) {
        return read(field, typed, Sentence.of("typed.moment"), LocalDateTime::parse);
    }

    public @Nullable ZoneId zone(String field, @Nullable String typed) {
        return read(field, typed, Sentence.of("typed.zone"), ZoneId::of);
    }

    public @Nullable Currency currency(String field, @Nullable String typed) {
        return read(field, typed, Sentence.of("typed.currency"), Currency::getInstance);
    }

    /** One value by its code; one that is wrong is named. */
    public <T> @Nullable T code(String field, @Nullable String typed, Function<String, T> read) {
        return read(field, typed, Sentence.of("typed.list", Objects.requireNonNullElse(typed, "")), read);
    }

    /** A percentage such as {@code 5.4}, in hundredths of a percent. */
    public @Nullable Integer basisPoints(String field, @Nullable String typed) {
        return read(
                field,
                typed,
                Sentence.of("typed.percent"),
                text -> decimal(text).multiply(HUNDRED).intValueExact());
    }

    /** An amount in major units, such as {@code 12.50}, {@code 12,50} or {@code 15,000}. */
    public @Nullable Money money(String field, @Nullable String typed, @Nullable Currency currency) {
        if (currency == null) {
            return null;
        }
        return read(field, typed, Sentence.of("typed.amount"), text -> {
            BigDecimal major = decimal(text);
            if (major.compareTo(LARGEST) > 0) {
                throw new ArithmeticException("too large");
            }
            return new Money(
                    major.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
        });
    }

    /** Values between commas or line ends; those that are wrong are named. */
    public <T> List<T> list(String field, @Nullable String typed, Function<String, T> read) {
        if (typed == null) {
            return List.of();
        }
        return Stream.of(typed.split("[,\\s]+"))
                .filter(part -> !part.isBlank())
                .map(part -> this.<T>read(field, part, Sentence.of("typed.list", part), read))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Keeps what another part found wrong. */
    public void refused(List<FieldError> others) {
        errors.addAll(others);
    }

    private static BigDecimal decimal(String text) {
        String plain = GROUPED.matcher(text).matches() ? text.replace(",", "") : text.replace(',', '.');
        if (plain.length() > 20) {
            throw new NumberFormatException(plain);
        }
        return new BigDecimal(plain);
    }

    private <T> @Nullable T read(String field, @Nullable String typed, Sentence refusal, Function<String, T> read) {
        if (typed == null) {
            return null;
        }
        try {
            return read.apply(typed.strip());
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException wrong) {
            refuse(field, refusal);
            return null;
        }
    }

    public void refuse(String field, Sentence sentence) {
        errors.add(new FieldError(field, sentence));
    }
}
