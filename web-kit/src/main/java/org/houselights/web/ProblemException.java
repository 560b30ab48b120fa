package org.houselights.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The caller can't have what was asked for, and this says why, in the form of RFC 9457. Thrown from anywhere below a
 * controller; {@link Problems} makes the usual ones. It keeps no stack trace: it is an answer, and where many are refused at
 * once, nothing about it costs more.
 */
public class ProblemException extends RuntimeException {

    private static final String TYPES = "https://houselights.org/problems/";

    private static final Object[] NOTHING = {};

    private final HttpStatus status;
    private final String slug;
    private final transient Sentence detail;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    public ProblemException(HttpStatus status, String slug, Sentence detail) {
        this(status, slug, detail, List.of(), null);
    }

    public ProblemException(
            HttpStatus status, String slug, Sentence detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(null, null, false, false);
        this.status = status;
        this.slug = slug;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public HttpStatus status() {
        return status;
    }

    /** The last part of {@link #type()}: stable, for programs to tell problems apart. */
    public String slug() {
        return slug;
    }

    public URI type() {
        return URI.create(TYPES + slug);
    }

    /** The slug in words, the same for every problem of the type and in every language. */
    public String title() {
        return slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1).replace('-', ' ');
    }

    /** The title for people; the slug in words where it has none of its own. */
    public Sentence heading() {
        String key = "title." + slug;
        return language ->
                Phrasebook.in(language).knows(key) ? Phrasebook.in(language).say(key, NOTHING) : title();
    }

    /** What went wrong this time, for people. */
    public Sentence sentence() {
        return detail;
    }

    /** What went wrong this time, in English: for logs. */
    public String detail() {
        return detail.in(Locale.ENGLISH);
    }

    @Override
    public String getMessage() {
        return detail();
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
