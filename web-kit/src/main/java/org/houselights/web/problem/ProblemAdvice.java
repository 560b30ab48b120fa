package org.houselights.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.houselights.web.FieldError;
import org.houselights.web.Ids;
import org.houselights.web.InvalidValue;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.page.ProblemPages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where a failure becomes an answer. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final DatabaseTrouble database;
    private final ProblemPages pages;

    ProblemAdvice(DatabaseTrouble database, ProblemPages pages) {
        this.database = database;
        this.pages = pages;
    }

    /** A problem document, or a page for those who read with a browser. */
    @ExceptionHandler
    @Nullable
    Object answer(Exception failure, HttpServletRequest request) {
        if (failure instanceof AsyncRequestNotUsableException || isHungUp(failure)) {
            return null;
        }
        if (pages.areFor(request)) {
            return pages.page(problem(failure), request);
        }
        HttpHeaders headers = failure instanceof ErrorResponse response ? response.getHeaders() : new HttpHeaders();
        return answer(problem(failure), headers);
    }

    private ProblemException problem(Exception failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
            case MethodArgumentNotValidException invalid -> Problems.invalid(errors(invalid.getBindingResult()));
            case HandlerMethodValidationException invalid ->
                Problems.invalid(invalid.getParameterValidationResults().stream()
                        .flatMap(result -> errors(result).stream())
                        .toList());
            case ConstraintViolationException invalid -> Problems.invalid(errors(invalid));
            case InvalidValue refused ->
                new ProblemException(HttpStatus.BAD_REQUEST, "invalid-input", refused.sentence());
            case MissingRequestHeaderException missing ->
                Problems.invalid(missing.getHeaderName(), Sentence.of("given"));
            case MissingServletRequestParameterException missing ->
                Problems.invalid(missing.getParameterName(), Sentence.of("given"));
            case MethodArgumentTypeMismatchException mismatch ->
                Problems.invalid(mismatch.getName(), UnreadableBody.sentence(mismatch.getRequiredType(), true));
            case HttpMediaTypeNotSupportedException unsupported ->
                simple(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Sentence.of("body.media-type"));
            case HttpRequestMethodNotSupportedException unsupported ->
                simple(HttpStatus.METHOD_NOT_ALLOWED, Sentence.of("address.method", unsupported.getMethod()));
            case NoResourceFoundException none -> Problems.notFound("page");
            case NoHandlerFoundException none -> Problems.notFound("page");
            case AccessDeniedException denied -> Problems.forbidden(Sentence.of("role.denied"));
            case RequestRejectedException rejected -> simple(HttpStatus.BAD_REQUEST, Sentence.of("address.rejected"));
            case ErrorResponse response
            when response.getStatusCode().is4xxClientError() ->
                refused(HttpStatus.valueOf(response.getStatusCode().value()));
            default -> database.problem(failure).orElseGet(() -> unknown(failure));
        };
    }

    /** A status that Spring or Tomcat gives and that has no sentence of its own here, such as an unknown API version. */
    static ProblemException refused(HttpStatus status) {
        return simple(status, Sentence.of("request.refused", words(status)));
    }

    private static ProblemException simple(HttpStatus status, Sentence detail) {
        return new ProblemException(status, words(status).replace(' ', '-'), detail);
    }

    private static String words(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT);
    }

    /** Nothing of the exception goes out: it may hold anything. The number leads an operator from the answer to the log. */
    private static ProblemException unknown(Exception failure) {
        UUID number = Ids.next();
        log.error("Failure {}", number, failure);
        return new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", Sentence.of("unknown", number));
    }

    private static List<FieldError> errors(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> new FieldError(
                        error instanceof org.springframework.validation.FieldError field
                                ? field.getField()
                                : error.getObjectName(),
                        sentence(error)))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
    }

    private static List<FieldError> errors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors bean) {
            return bean.getFieldErrors().stream()
                    .map(error -> new FieldError(error.getField(), sentence(error)))
                    .toList();
        }
        String parameter = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(parameter, sentence(error)))
                .toList();
    }

    private static List<FieldError> errors(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        violation.getPropertyPath().toString().replaceFirst("^[^.]+\\.[^.]+\\.", ""),
                        Sentence.verbatim(violation.getMessage())))
                .toList();
    }

    private static Sentence sentence(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? Sentence.of("not-allowed.here") : Sentence.verbatim(message);
    }

    private static boolean isHungUp(Exception failure) {
        return failure instanceof IOException && "Broken pipe".equals(failure.getMessage());
    }

    static ResponseEntity<ProblemDetail> answer(ProblemException problem, HttpHeaders given) {
        HttpHeaders headers = HttpHeaders.copyOf(given);
        problem.retryAfter()
                .ifPresent(wait -> headers.set(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(wait.plusMillis(999).toSeconds())));
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        headers.setCacheControl("no-store");
        headers.setContentLanguage(LocaleContextHolder.getLocale());
        return new ResponseEntity<>(body(problem), headers, problem.status());
    }

    static ProblemDetail body(ProblemException problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                problem.status(), problem.sentence().said());
        body.setType(problem.type());
        body.setTitle(problem.title());
        if (!problem.errors().isEmpty()) {
            body.setProperty("errors", problem.errors());
        }
        return body;
    }
}
