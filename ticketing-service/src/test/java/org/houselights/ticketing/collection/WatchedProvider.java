package org.houselights.ticketing.collection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.ChargeRequest;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.ProviderUnreachable;
import org.houselights.ticketing.payment.RefundOutcome;
import org.houselights.ticketing.payment.RefundRequest;
import org.houselights.ticketing.payment.SavedCard;

/** The sandbox, with a network in between that notes what is sent and can be cut. */
final class WatchedProvider implements PaymentProvider {

    private final PaymentProvider sandbox;
    private final List<String> charged = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    WatchedProvider(PaymentProvider sandbox) {
        this.sandbox = sandbox;
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /** The keys of all charges that were sent, in order, each as often as it was sent. */
    List<String> charged() {
        return charged;
    }

    void forgetWhatWasSent() {
        charged.clear();
    }

    @Override
    public SavedCard saveCard(String token) {
        return sandbox.saveCard(token);
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        charged.add(request.idempotencyKey());
        return cut ? new ChargeOutcome.Unknown() : sandbox.charge(request);
    }

    @Override
    public Optional<ChargeOutcome> lookUp(String idempotencyKey) {
        if (cut) {
            throw new ProviderUnreachable();
        }
        return sandbox.lookUp(idempotencyKey);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        return cut ? new RefundOutcome.Unknown() : sandbox.refund(request);
    }

    @Override
    public void forget(String card) {
        sandbox.forget(card);
    }
}
