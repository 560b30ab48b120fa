package org.houselights.web;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The problems that services answer with. */
public final class Problems {

    private Problems() {}

    /** 400: one field is wrong; the message continues its name, as in "must be a date". */
    public static ProblemException invalid(String field, Sentence message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 400: these fields are wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        Sentence detail = errors.size() == 1
                ? Sentence.of(
                        "invalid.one",
                        errors.getFirst().field(),
                        errors.getFirst().sentence())
                : Sentence.of("invalid.many", errors.size());
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-input", detail, errors, null);
    }

    /** 401: nobody is signed in. */
    public static ProblemException notSignedIn(Sentence detail) {
        return new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in", detail);
    }

    /** 403: the caller may see it, and may not do this with it. */
    public static ProblemException forbidden(Sentence detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    /**
     * 404: there is none, or the caller may not know that there is.
     *
     * @param what there is none of; the sentence is {@code none.what}
     */
    public static ProblemException notFound(String what) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", new Phrase("none." + what.replace(' ', '-'), List.of()));
    }

    /** 409: it can't be done in the state that things are in. */
    public static ProblemException conflict(String slug, Sentence detail) {
        return new ProblemException(HttpStatus.CONFLICT, slug, detail);
    }

    /** 409: it can't be done now and may be done later. */
    public static ProblemException conflict(String slug, Sentence detail, Duration retryAfter) {
        return new ProblemException(HttpStatus.CONFLICT, slug, detail, List.of(), retryAfter);
    }

    /** 422: well formed, and against a rule. */
    public static ProblemException unprocessable(String slug, Sentence detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, slug, detail);
    }

    /** 422: well formed, and these fields are against rules. */
    public static ProblemException unprocessable(String slug, Sentence detail, List<FieldError> errors) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, slug, detail, errors, null);
    }

    /** 429: too often. */
    public static ProblemException tooMany(Duration retryAfter, Sentence detail) {
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", detail, List.of(), retryAfter);
    }

    /** 503: something we stand on is away for the moment. */
    public static ProblemException unavailable(Duration retryAfter, Sentence detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, List.of(), retryAfter);
    }
}
