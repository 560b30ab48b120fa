package org.houselights.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a call take effect once however often it is sent: the answer of the first is kept and given again.
 *
 * <p>A call that ends with a problem of the caller's making (4xx) leaves nothing behind. One that ends in any other
 * failure, or with its process, is unknown: its key stays taken until the lease is over, and the next repetition runs
 * the call again, which therefore must find out itself what it did already.
 */
public final class IdempotentCalls {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{8,128}");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration lease;

    IdempotentCalls(JdbcClient jdbc, JsonMapper json, Clock clock, Duration lease) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * Runs the call unless this key has its answer already. To be called outside a transaction, because the key has to be
     * taken before the call begins.
     *
     * @param scope what the key belongs to, such as the kind of call and the caller: keys of different scopes never meet
     * @param key the header {@code Idempotency-Key}: 8 to 128 visible ASCII characters
     * @param request what was asked for; a repetition must ask for the same
     * @param answer the type of the answer, which is kept as JSON
     * @throws ProblemException 400 for a malformed key, 409 while the first call runs, 422 when the key was used for another request
     */
    public <T> T once(String scope, @Nullable String key, Object request, Class<T> answer, Supplier<T> call) {
        return once(call(scope, key, request), answer, call);
    }

    /** Likewise. */
    public <T> T once(Call repeatable, Class<T> answer, Supplier<T> call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An idempotent call begins outside a transaction");
        }
        Taken taken = new Taken(repeatable.scope(), repeatable.key(), Ids.next());
        if (!take(taken, repeatable.fingerprint())) {
            Kept kept = kept(taken);
            repeatable.requireSame(kept.fingerprint());
            if (kept.answer() != null) {
                return json.readValue(kept.answer(), answer);
            }
            if (!takeOver(taken)) {
                throw Problems.conflict("still-running", Sentence.of("idempotency.running"), PATIENCE);
            }
        }
        return run(taken, call);
    }

    /**
     * A request under its key.
     *
     * @throws ProblemException 400 for a malformed key
     */
    public Call call(String scope, @Nullable String key, Object request) {
        return new Call(scope, wellFormed(key), fingerprint(request));
    }

    private <T> T run(Taken taken, Supplier<T> call) {
        try {
            T answer = call.get();
            keep(taken, json.writeValueAsString(answer));
            return answer;
        } catch (ProblemException problem) {
            if (problem.status().is4xxClientError()) {
                free(taken);
            }
            throw problem;
        }
    }

    private boolean take(Taken taken, String fingerprint) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into idempotent_call (scope, key, fingerprint, owner, lease_until, created_at)
                        values (:scope, :key, :fingerprint, :owner, :leaseUntil, :now)
                        on conflict (scope, key) do nothing""")
                        .param("scope", taken.scope())
                        .param("key", taken.key())
                        .param("fingerprint", fingerprint)
                        .param("owner", taken.owner())
                        .param("leaseUntil", Timestamp.from(now.plus(lease)))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private boolean takeOver(Taken taken) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update idempotent_call set owner = :owner, lease_until = :leaseUntil
                        where scope = :scope and key = :key and answer is null and lease_until <= :now""")
                        .param("scope", taken.scope())
                        .param("key", taken.key())
                        .param("owner", taken.owner())
                        .param("leaseUntil", Timestamp.from(now.plus(lease)))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private Kept kept(Taken taken) {
        return jdbc.sql("select fingerprint, answer from idempotent_call where scope = :scope and key = :key")
                .param("scope", taken.scope())
                .param("key", taken.key())
                .query(Kept.class)
                .optional()
                .orElseThrow(() -> Problems.conflict("still-running", Sentence.of("idempotency.failed"), PATIENCE));
    }

    private void keep(Taken taken, String answer) {
        jdbc.sql("""
                        update idempotent_call set answer = :answer
                        where scope = :scope and key = :key and owner = :owner""")
                .param("answer", answer)
                .param("scope", taken.scope())
                .param("key", taken.key())
                .param("owner", taken.owner())
                .update();
    }

    private void free(Taken taken) {
        jdbc.sql("delete from idempotent_call where scope = :scope and key = :key and owner = :owner")
                .param("scope", taken.scope())
                .param("key", taken.key())
                .param("owner", taken.owner())
                .update();
    }

    private static String wellFormed(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw Problems.invalid("Idempotency-Key", Sentence.of("idempotency.key"));
        }
        return key;
    }

    private String fingerprint(Object request) {
        return Secrets.hash(json.writeValueAsString(request));
    }

    /**
     * A request that takes effect once.
     *
     * @param scope what the key belongs to
     * @param fingerprint what was asked for
     */
    public record Call(String scope, String key, String fingerprint) {

        /** @throws ProblemException 422 when the one before this under the same key asked for something else */
        public void requireSame(String before) {
            if (!fingerprint.equals(before)) {
                throw Problems.unprocessable("idempotency-key-reused", Sentence.of("idempotency.reused"));
            }
        }
    }

    /** A key that is this call's, unless a repetition takes it over after the lease. */
    private record Taken(String scope, String key, UUID owner) {}

    private record Kept(String fingerprint, @Nullable String answer) {}
}
