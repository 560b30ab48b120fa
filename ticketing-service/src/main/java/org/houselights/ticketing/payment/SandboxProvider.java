package org.houselights.ticketing.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.houselights.web.Ids;
import org.houselights.web.Sentence;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A payment provider without money, built in. It behaves as one at the far end of a network would: it has a memory and
 * transactions of its own, answers the same key with the same answer, and some of its cards make trouble.
 *
 * <table>
 * <caption>What the cards do</caption>
 * <tr><th>token</th><th>saving</th><th>charge</th><th>refund</th></tr>
 * <tr><td>{@code sandbox-accepted}</td><td>saved</td><td>succeeds</td><td>succeeds</td></tr>
 * <tr><td>{@code sandbox-declined}</td><td>refused</td><td></td><td></td></tr>
 * <tr><td>{@code sandbox-declined-later}</td><td>saved</td><td>declined</td><td></td></tr>
 * <tr><td>{@code sandbox-needs-action}</td><td>saved</td><td>declined, needs action</td><td></td></tr>
 * <tr><td>{@code sandbox-slow}</td><td>saved</td><td>succeeds; the answer to the first call comes after
 *     {@code houselights.payment.sandbox.slowness}</td><td>likewise</td></tr>
 * <tr><td>{@code sandbox-unreachable}</td><td>saved</td><td>succeeds; the answer to the first call is lost</td>
 *     <td>likewise</td></tr>
 * </table>
 */
@Component
@ConditionalOnProperty(name = "houselights.payment.provider", havingValue = "sandbox", matchIfMissing = true)
class SandboxProvider implements PaymentProvider {

    private final SandboxLedger ledger;
    private final Clock clock;
    private final Duration slowness;

    SandboxProvider(SandboxLedger ledger, Clock clock, PaymentSettings settings) {
        this.ledger = ledger;
        this.clock = clock;
        this.slowness = settings.sandbox().slowness();
    }

    @Override
    public SavedCard saveCard(String token) {
        OpenTransaction.refuse();
        SandboxCard card = SandboxCard.withToken(token).orElseThrow(() -> new CardRefused(Sentence.of("card.unknown")));
        if (card == SandboxCard.DECLINED) {
            throw new CardRefused(Sentence.of("card.refused"));
        }
        return card.saved(Ids.next());
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        OpenTransaction.refuse();
        ChargeOutcome decided = decide(request.card());
        if (!ledger.charge(request, decided, clock.instant())) {
            return ledger.outcomeOf(request);
        }
        return answerArrives(request.card()) ? decided : new ChargeOutcome.Unknown();
    }

    private ChargeOutcome decide(String reference) {
        Optional<SandboxCard> known = SandboxCard.withReference(reference);
        if (known.isEmpty() || ledger.isForgotten(reference)) {
            return new ChargeOutcome.Declined("The payment provider doesn't know this card.", false);
        }
        SandboxCard card = known.get();
        String refusal = card.refusal();
        return refusal == null
                ? new ChargeOutcome.Succeeded("sandbox-charge-" + Ids.next())
                : new ChargeOutcome.Declined(refusal, card == SandboxCard.NEEDS_ACTION);
    }

    private boolean answerArrives(String reference) {
        return switch (SandboxCard.withReference(reference).orElse(SandboxCard.ACCEPTED)) {
            case UNREACHABLE -> false;
            case SLOW -> waited();
            case ACCEPTED, DECLINED, DECLINED_LATER, NEEDS_ACTION -> true;
        };
    }

    private boolean waited() {
        try {
            Thread.sleep(slowness);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Optional<ChargeOutcome> lookUp(String idempotencyKey) {
        OpenTransaction.refuse();
        return ledger.outcomeUnder(idempotencyKey);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        OpenTransaction.refuse();
        boolean first = ledger.refund(request, "sandbox-refund-" + Ids.next(), clock.instant());
        RefundOutcome outcome = ledger.outcomeOf(request);
        boolean lost = first
                && !ledger.cardOf(request.charge()).map(this::answerArrives).orElse(true);
        return lost ? new RefundOutcome.Unknown() : outcome;
    }

    @Override
    public void forget(String card) {
        OpenTransaction.refuse();
        ledger.forget(card);
    }
}
