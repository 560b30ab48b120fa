package org.houselights.ticketing.presale;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides in one transaction that holds the pre-sale's row. What the database gives up to break a deadlock is decided
 * again, a few times.
 */
@Component
public class DecideOnPresale {

    /** The database undid everything, and nothing stands against doing it again. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private final LockPresale lock;
    private final TransactionTemplate transaction;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .predicate(DecideOnPresale::wasGivenUp)
            .maxRetries(3)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .multiplier(2)
            .build());

    DecideOnPresale(LockPresale lock, TransactionTemplate transaction) {
        this.lock = lock;
        this.transaction = transaction;
    }

    /** @throws org.houselights.web.ProblemException 404 when there is none, and whatever the decision throws */
    public <T> T decide(UUID screeningId, Function<Presale, T> decision) {
        return decideTogether(() -> decision.apply(lock.lock(screeningId)));
    }

    /** Decides on several, which the decision locks itself: {@link MovedPresales#lock}. */
    public <T> T decideTogether(Supplier<T> decision) {
        return retry.invoke(() -> transaction.execute(status -> decision.get()));
    }

    /** Decides on one, with nothing to tell. */
    public void carryOut(UUID screeningId, Consumer<Presale> decision) {
        retry.invoke(() -> transaction.executeWithoutResult(status -> decision.accept(lock.lock(screeningId))));
    }

    private static boolean wasGivenUp(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException refused
                        && refused.getSQLState() != null
                        && GIVEN_UP.contains(refused.getSQLState()));
    }
}
