package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.houselights.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdempotentCallsTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String KEY = "a-key-of-the-caller";
    private static final Pledge PLEDGE = new Pledge("ada", 2);

    private final DataSource database = Database.get();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final MovableClock clock = MovableClock.atPresent();
    private final IdempotentCalls calls =
            new IdempotentCalls(jdbc, JsonMapper.builder().build(), clock, LEASE);
    private final AtomicInteger runs = new AtomicInteger();

    record Pledge(String name, int seats) {}

    record Receipt(int number) {}

    @BeforeEach
    void empty() {
        jdbc.sql("truncate idempotent_call").update();
    }

    private Receipt pledge(String key, Pledge request) {
        return calls.once("pledge", key, request, Receipt.class, () -> new Receipt(runs.incrementAndGet()));
    }

    @Test
    void the_same_request_takes_effect_once_and_gets_the_same_answer() {
        assertThat(List.of(pledge(KEY, PLEDGE), pledge(KEY, PLEDGE))).containsOnly(new Receipt(1));
        assertThat(pledge("another-key", PLEDGE)).isEqualTo(new Receipt(2));
    }

    @Test
    void keys_of_different_scopes_never_meet() {
        pledge(KEY, PLEDGE);

        assertThat(calls.once("alter", KEY, "other", Receipt.class, () -> new Receipt(7)))
                .isEqualTo(new Receipt(7));
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        pledge(KEY, PLEDGE);

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> pledge(KEY, new Pledge("ada", 3)));

        assertThat(refusal.slug()).isEqualTo("idempotency-key-reused");
        assertThat(refusal.status().value()).isEqualTo(422);
    }

    @Test
    void a_repetition_while_the_first_runs_has_to_wait() {
        calls.once("pledge", KEY, PLEDGE, Receipt.class, () -> {
            ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> pledge(KEY, PLEDGE));
            assertThat(refusal.status().value()).isEqualTo(409);
            assertThat(refusal.retryAfter()).isPresent();
            return new Receipt(0);
        });

        assertThat(runs).hasValue(0);
    }

    @Test
    void of_a_hundred_at_once_one_runs() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            Callable<Receipt> one = () -> pledge(KEY, PLEDGE);
            for (Future<Receipt> each : crowd.invokeAll(Collections.nCopies(100, one))) {
                if (each.state() == Future.State.FAILED) {
                    assertThat(each.exceptionNow())
                            .isInstanceOfSatisfying(
                                    ProblemException.class,
                                    refusal -> assertThat(refusal.slug()).isEqualTo("still-running"));
                } else {
                    assertThat(each.resultNow()).isEqualTo(new Receipt(1));
                }
            }
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_refused_call_frees_its_key() {
        assertThatThrownBy(() -> calls.once("pledge", KEY, PLEDGE, Receipt.class, () -> {
                    throw Problems.conflict("sold-out", Sentence.verbatim("Sold out."));
                }))
                .isInstanceOf(ProblemException.class);

        assertThat(pledge(KEY, PLEDGE)).isEqualTo(new Receipt(1));
    }

    @Test
    void a_call_that_broke_off_is_taken_over_after_the_lease() {
        assertThatThrownBy(() -> calls.once("pledge", KEY, PLEDGE, Receipt.class, () -> {
                    throw new IllegalStateException("power cut");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> pledge(KEY, PLEDGE)).hasMessageContaining("being worked on");
        clock.advance(LEASE);
        assertThat(pledge(KEY, PLEDGE)).isEqualTo(new Receipt(1));
    }

    @Test
    void a_missing_or_malformed_key_is_refused() {
        assertThatThrownBy(() -> pledge("short", PLEDGE)).hasMessageContaining("Idempotency-Key");
        assertThatThrownBy(() -> pledge("with a blank", PLEDGE)).hasMessageContaining("Idempotency-Key");
        assertThatThrownBy(() -> calls.once("pledge", null, PLEDGE, Receipt.class, () -> new Receipt(1)))
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    void a_call_inside_a_transaction_is_a_mistake() {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));

        assertThatThrownBy(() -> transaction.execute(status -> pledge(KEY, PLEDGE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answers_are_kept_for_48_hours() {
        pledge(KEY, PLEDGE);
        Sweep sweep = new Sweep(jdbc, clock, settings());

        clock.advance(Duration.ofDays(2));
        sweep.run();
        assertThat(pledge(KEY, PLEDGE)).isEqualTo(new Receipt(1));

        clock.advance(Duration.ofSeconds(1));
        sweep.run();
        assertThat(pledge(KEY, PLEDGE)).isEqualTo(new Receipt(2));
    }

    private static WebSettings settings() {
        return new WebSettings(
                DataSize.ofMegabytes(1), LEASE, Duration.ofDays(2), Duration.ofHours(1), LEASE, Map.of());
    }
}
