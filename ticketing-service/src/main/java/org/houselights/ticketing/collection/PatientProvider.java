package org.houselights.ticketing.collection;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.houselights.ticketing.order.ChargeToMake;
import org.houselights.ticketing.order.RefundToMake;
import org.houselights.ticketing.order.SaveCard;
import org.houselights.ticketing.payment.CardRefused;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.ChargeRequest;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.ProviderUnreachable;
import org.houselights.ticketing.payment.RefundOutcome;
import org.houselights.ticketing.payment.RefundRequest;
import org.houselights.ticketing.payment.SavedCard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.stereotype.Component;

/**
 * Calls the provider within a time limit and asks again, with the same key, when the answer is lost. Whatever goes wrong
 * with a call, also inside an adapter, counts as a lost answer: the money may have been taken.
 */
@Component
class PatientProvider implements SaveCard, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PatientProvider.class);

    private final PaymentProvider provider;
    private final ProviderPause pause;
    private final PaymentCounters counters;
    private final long callTimeoutMillis;
    private final RetryTemplate retry;
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-call-", 0).factory());

    PatientProvider(
            PaymentProvider provider, ProviderPause pause, PaymentCounters counters, CollectionSettings settings) {
        this.provider = provider;
        this.pause = pause;
        this.counters = counters;
        this.callTimeoutMillis = settings.callTimeout().toMillis();
        this.retry = new RetryTemplate(RetryPolicy.builder()
                .includes(LostAnswer.class)
                .maxRetries(settings.retries())
                .delay(settings.retryFirst())
                .multiplier(2)
                .maxDelay(settings.retryLongest())
                .build());
    }

    /**
     * An attempt that may have been sent before is looked up first: a provider may not remember keys for as long as it
     * remembers charges.
     */
    ChargeOutcome charge(ChargeToMake charge) {
        ChargeRequest request =
                new ChargeRequest(charge.idempotencyKey(), charge.card(), charge.amount(), charge.orderId());
        AtomicBoolean sent = new AtomicBoolean(charge.again());
        ChargeOutcome outcome = insist(
                () -> {
                    ChargeOutcome answer = sent.getAndSet(true) ? lookUpOrCharge(request) : chargeOnce(request);
                    if (answer instanceof ChargeOutcome.Unknown) {
                        throw new LostAnswer();
                    }
                    return answer;
                },
                new ChargeOutcome.Unknown());
        counters.count(outcome);
        return outcome;
    }

    private ChargeOutcome lookUpOrCharge(ChargeRequest request) throws LostAnswer {
        return withinLimit(() -> provider.lookUp(request.idempotencyKey()).orElseGet(() -> provider.charge(request)));
    }

    private ChargeOutcome chargeOnce(ChargeRequest request) throws LostAnswer {
        return withinLimit(() -> provider.charge(request));
    }

    RefundOutcome refund(RefundToMake refund) {
        RefundRequest request = new RefundRequest(refund.idempotencyKey(), refund.charge(), refund.amount());
        RefundOutcome outcome = insist(
                () -> {
                    RefundOutcome answer = withinLimit(() -> provider.refund(request));
                    if (answer instanceof RefundOutcome.Unknown) {
                        throw new LostAnswer();
                    }
                    return answer;
                },
                new RefundOutcome.Unknown());
        counters.count(outcome);
        return outcome;
    }

    /** @return whether the provider said that it has */
    boolean forget(String card) {
        return insist(
                () -> withinLimit(() -> {
                    provider.forget(card);
                    return true;
                }),
                false);
    }

    /** Asked once: the buyer is there to ask again. */
    @Override
    public SavedCard save(String token) {
        try {
            return withinLimit(() -> provider.saveCard(token));
        } catch (LostAnswer e) {
            throw new ProviderUnreachable();
        }
    }

    private <T> T insist(Retryable<T> call, T unknown) {
        try {
            T outcome = retry.execute(call);
            pause.answered();
            return outcome;
        } catch (RetryException e) {
            // Somebody who stopped waiting says nothing about the provider.
            if (!Thread.currentThread().isInterrupted()) {
                pause.unanswered();
            }
            return unknown;
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the yield decides nothing, it only saves work
    private <T> T withinLimit(Callable<T> call) throws LostAnswer {
        Future<T> answer = calls.submit(call);
        // Whoever answers at once has answered then, and to wait with a limit costs more than such an answer.
        Thread.yield();
        try {
            return answer.get(callTimeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LostAnswer();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CardRefused refused) {
                throw refused;
            }
            if (!(e.getCause() instanceof ProviderUnreachable)) {
                log.warn("A call to the payment provider failed", e.getCause());
            }
            throw new LostAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LostAnswer();
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        calls.close();
    }

    /** Never leaves this class. */
    private static final class LostAnswer extends Exception {}
}
