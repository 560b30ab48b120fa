package org.houselights.ticketing.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.houselights.ticketing.payment.CardRefused;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.ChargeRequest;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.ProviderUnreachable;
import org.houselights.ticketing.payment.RefundOutcome;
import org.houselights.ticketing.payment.RefundRequest;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.web.Sentence;

/** A provider at the far end of a network that fails as the test says, one call after another; then it works. */
final class TroublesomeProvider implements PaymentProvider {

    enum Trouble {
        /** The call never arrives. */
        UNREACHED,
        /** The money moves and the answer is lost. */
        ANSWER_LOST,
        /** The money moves and the answer takes longer than anybody waits. */
        HANGS,
        /** The adapter has a bug. */
        BROKEN
    }

    /** The token of a card that it won't save. */
    static final String REFUSED = "refused";

    private final List<Trouble> ahead;
    private final Map<String, ChargeOutcome> charges = new ConcurrentHashMap<>();
    private final Map<String, RefundOutcome> refunds = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    TroublesomeProvider(Trouble... ahead) {
        this.ahead = new ArrayList<>(List.of(ahead));
    }

    /** What was asked of it, in order: saveCard, charge, lookUp, refund, forget. */
    List<String> calls() {
        return calls;
    }

    int charges() {
        return charges.size();
    }

    int refunds() {
        return refunds.size();
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        calls.add("charge");
        return troubled(
                () -> charges.computeIfAbsent(
                        request.idempotencyKey(), key -> new ChargeOutcome.Succeeded("charge " + key)),
                new ChargeOutcome.Unknown());
    }

    @Override
    public Optional<ChargeOutcome> lookUp(String idempotencyKey) {
        calls.add("lookUp");
        Optional<Optional<ChargeOutcome>> found =
                troubled(() -> Optional.of(Optional.ofNullable(charges.get(idempotencyKey))), Optional.empty());
        return found.orElseThrow(ProviderUnreachable::new);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        calls.add("refund");
        return troubled(
                () -> refunds.computeIfAbsent(
                        request.idempotencyKey(), key -> new RefundOutcome.Succeeded("refund " + key)),
                new RefundOutcome.Unknown());
    }

    private <T> T troubled(Supplier<T> work, T lost) {
        if (ahead.isEmpty()) {
            return work.get();
        }
        return switch (ahead.removeFirst()) {
            case UNREACHED -> lost;
            case BROKEN -> throw new IllegalStateException("as the test wants it");
            case ANSWER_LOST -> {
                T _ = work.get();
                yield lost;
            }
            case HANGS -> {
                T _ = work.get();
                untilInterrupted();
                yield lost;
            }
        };
    }

    private void untilInterrupted() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public SavedCard saveCard(String token) {
        calls.add("saveCard");
        if (token.equals(REFUSED)) {
            throw new CardRefused(Sentence.verbatim("This card is no good."));
        }
        Optional<SavedCard> saved =
                troubled(() -> Optional.of(new SavedCard(token, "Visa", "4242")), Optional.<SavedCard>empty());
        return saved.orElseThrow(ProviderUnreachable::new);
    }

    @Override
    public void forget(String card) {
        calls.add("forget");
        if (!troubled(() -> true, false)) {
            throw new ProviderUnreachable();
        }
    }
}
