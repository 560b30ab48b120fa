package org.houselights.web.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.houselights.web.ConstraintProblems;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failure in the database means to the caller: a rule it broke, a moment to wait, or nothing that it could help. */
final class DatabaseTrouble {

    private static final Logger log = LoggerFactory.getLogger(DatabaseTrouble.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<ConstraintProblems> constraints;

    DatabaseTrouble(List<ConstraintProblems> constraints) {
        this.constraints = constraints;
    }

    Optional<ProblemException> problem(Exception failure) {
        if (failure instanceof OptimisticLockingFailureException) {
            return Optional.of(changedMeanwhile());
        }
        Optional<ProblemException> known = sqlState(failure).flatMap(state -> problem(failure, state));
        return known.isPresent() || !isPassing(failure) ? known : Optional.of(unavailable());
    }

    /** The classes of SQLSTATE are those of PostgreSQL's manual, appendix A. */
    private Optional<ProblemException> problem(Exception failure, String state) {
        return switch (state.substring(0, 2)) {
            case "23" -> Optional.of(broken(failure));
            case "22" -> Optional.of(unfit(failure));
            case "08", "40", "53", "57" -> Optional.of(unavailable());
            default -> state.equals("55P03") ? Optional.of(unavailable()) : Optional.empty();
        };
    }

    private ProblemException broken(Exception failure) {
        String constraint = constraint(failure).orElse("");
        return constraints.stream()
                .flatMap(known -> known.of(constraint).stream())
                .findFirst()
                .orElseGet(() -> {
                    log.warn("The constraint {} has no problem of its own", constraint, failure);
                    return Problems.conflict("conflict", Sentence.of("conflict.other"));
                });
    }

    private static ProblemException unfit(Exception failure) {
        log.warn("A value that the database can't hold came through", failure);
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-input", Sentence.of("value.unfit"));
    }

    private static ProblemException changedMeanwhile() {
        return Problems.conflict("changed-meanwhile", Sentence.of("conflict.meanwhile"));
    }

    private static ProblemException unavailable() {
        return Problems.unavailable(PATIENCE, Sentence.of("unavailable"));
    }

    private static boolean isPassing(Exception failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof ConcurrencyFailureException
                || failure instanceof CannotGetJdbcConnectionException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof CannotCreateTransactionException;
    }

    private static Optional<String> sqlState(Exception failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null && state.length() == 5)
                .findFirst();
    }

    private static Optional<String> constraint(Exception failure) {
        return causes(failure)
                .filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage())
                .filter(message -> message != null && message.getConstraint() != null)
                .map(message -> message.getConstraint())
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
