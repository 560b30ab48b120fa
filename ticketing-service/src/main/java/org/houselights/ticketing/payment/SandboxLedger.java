package org.houselights.ticketing.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The sandbox's memory. What a method did is committed when it returns. */
@Component
@ConditionalOnProperty(name = "houselights.payment.provider", havingValue = "sandbox", matchIfMissing = true)
class SandboxLedger {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    SandboxLedger(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Remembers a charge that was taken, or declined, unless there is one under its key; tells whether there was none. */
    boolean charge(ChargeRequest request, ChargeOutcome outcome, Instant at) {
        return switch (outcome) {
            case ChargeOutcome.Succeeded taken -> insert(request, taken.reference(), null, false, at);
            case ChargeOutcome.Declined declined ->
                insert(request, null, declined.reason(), declined.needsAction(), at);
            case ChargeOutcome.Unknown() -> throw new IllegalArgumentException("The sandbox knows what it does");
        };
    }

    private boolean insert(
            ChargeRequest request,
            @Nullable String reference,
            @Nullable String declined,
            boolean needsAction,
            Instant at) {
        return jdbc.sql("""
                        insert into sandbox_charge (idempotency_key, card, order_id, currency, minor_units, reference,
                            declined, needs_action, charged_at)
                        values (:key, :card, :order, :currency, :minorUnits, :reference, :declined, :needsAction, :at)
                        on conflict (idempotency_key) do nothing
                        """)
                        .param("key", request.idempotencyKey())
                        .param("card", request.card())
                        .param("order", request.orderId())
                        .param("currency", code(request.amount()))
                        .param("minorUnits", request.amount().minorUnits())
                        .param("reference", reference)
                        .param("declined", declined)
                        .param("needsAction", needsAction)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The outcome of the charge under a request's key, if the key was used for the same. */
    ChargeOutcome outcomeOf(ChargeRequest request) {
        return jdbc.sql("""
                        select reference, declined, needs_action from sandbox_charge
                        where idempotency_key = :key and card = :card and currency = :currency and minor_units = :minorUnits
                        """)
                .param("key", request.idempotencyKey())
                .param("card", request.card())
                .param("currency", code(request.amount()))
                .param("minorUnits", request.amount().minorUnits())
                .query(SandboxLedger::chargeOutcome)
                .optional()
                .orElseThrow(SandboxLedger::keyReused);
    }

    Optional<ChargeOutcome> outcomeUnder(String key) {
        return jdbc.sql("select reference, declined, needs_action from sandbox_charge where idempotency_key = :key")
                .param("key", key)
                .query(SandboxLedger::chargeOutcome)
                .optional();
    }

    Optional<String> cardOf(String charge) {
        return jdbc.sql("select card from sandbox_charge where reference = :charge")
                .param("charge", charge)
                .query(String.class)
                .optional();
    }

    /** Gives money back, if there is so much left of the charge and nothing was given under the key; tells whether it did. */
    boolean refund(RefundRequest request, String reference, Instant at) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean free = lockCharge(request.charge()) && givenUnder(request.idempotencyKey()) == null;
            if (free && takeFromCharge(request)) {
                insert(request, reference, at);
                return true;
            }
            return false;
        }));
    }

    private boolean lockCharge(String charge) {
        return jdbc.sql("select 1 from sandbox_charge where reference = :charge for update")
                .param("charge", charge)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean takeFromCharge(RefundRequest request) {
        return jdbc.sql("""
                        update sandbox_charge set refunded = refunded + :minorUnits
                        where reference = :charge and currency = :currency and refunded + :minorUnits <= minor_units
                        """)
                        .param("charge", request.charge())
                        .param("currency", code(request.amount()))
                        .param("minorUnits", request.amount().minorUnits())
                        .update()
                == 1;
    }

    private void insert(RefundRequest request, String reference, Instant at) {
        jdbc.sql("""
                        insert into sandbox_refund (idempotency_key, reference, charge, currency, minor_units, refunded_at)
                        values (:key, :reference, :charge, :currency, :minorUnits, :at)
                        """)
                .param("key", request.idempotencyKey())
                .param("reference", reference)
                .param("charge", request.charge())
                .param("currency", code(request.amount()))
                .param("minorUnits", request.amount().minorUnits())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The outcome of a refund that was tried: given under its key, or not to be had. */
    RefundOutcome outcomeOf(RefundRequest request) {
        Given given = givenUnder(request.idempotencyKey());
        if (given == null) {
            return new RefundOutcome.Refused("There is no charge with so much left to give back.");
        }
        if (!given.charge().equals(request.charge()) || !given.amount().equals(request.amount())) {
            throw keyReused();
        }
        return new RefundOutcome.Succeeded(given.reference());
    }

    private @Nullable Given givenUnder(String key) {
        return jdbc.sql(
                        "select reference, charge, currency, minor_units from sandbox_refund where idempotency_key = :key")
                .param("key", key)
                .query((row, _) -> new Given(
                        row.getString("reference"),
                        row.getString("charge"),
                        Money.of(row.getLong("minor_units"), row.getString("currency"))))
                .optional()
                .orElse(null);
    }

    void forget(String card) {
        jdbc.sql("insert into sandbox_forgotten_card (reference) values (:card) on conflict do nothing")
                .param("card", card)
                .update();
    }

    boolean isForgotten(String card) {
        return jdbc.sql("select 1 from sandbox_forgotten_card where reference = :card")
                .param("card", card)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static ChargeOutcome chargeOutcome(ResultSet row, int number) throws SQLException {
        String reference = row.getString("reference");
        return reference == null
                ? new ChargeOutcome.Declined(row.getString("declined"), row.getBoolean("needs_action"))
                : new ChargeOutcome.Succeeded(reference);
    }

    private static String code(Money amount) {
        return amount.currency().getCurrencyCode();
    }

    private static IllegalArgumentException keyReused() {
        return new IllegalArgumentException("The idempotency key was used for something else");
    }

    private record Given(String reference, String charge, Money amount) {}
}
