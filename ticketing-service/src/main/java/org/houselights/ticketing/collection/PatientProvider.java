package org.houselights.ticketing.collection;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.ChargeRequest;
import org.houselights.ticketing.payment.PaymentProvider;
import org.houselights.ticketing.payment.RefundOutcome;
import org.houselights.ticketing.payment.RefundRequest;
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
class PatientProvider implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PatientProvider.class);

    private final PaymentProvider provider;
    private final ProviderPause pause;
    private final long callTimeoutMillis;
    private final RetryTemplate retry;
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-call-", 0).factory());

    PatientProvider(PaymentProvider provider, ProviderPause pause, CollectionSettings settings) {
        this.provider = provider;
        this.pause = pause;
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
     * @param again whether this attempt may have been sent before: then the provider is first asked what became of it, because
     *     it may not remember keys for as long as it remembers charges
     */
    ChargeOutcome charge(ChargeRequest request, boolean again) {
        AtomicBoolean sent = new AtomicBoolean(again);
        return insist(
                () -> {
                    ChargeOutcome outcome = sent.getAndSet(true) ? lookUpOrCharge(request) : chargeOnce(request);
                    if (outcome instanceof ChargeOutcome.Unknown) {
                        throw new LostAnswer();
                    }
                    return outcome;
                },
                new ChargeOutcome.Unknown());
    }

    private ChargeOutcome lookUpOrCharge(ChargeRequest request) throws LostAnswer {
        return withinLimit(() -> provider.lookUp(request.idempotencyKey()).orElseGet(() -> provider.charge(request)));
    }

    private ChargeOutcome chargeOnce(ChargeRequest request) throws LostAnswer {
        return withinLimit(() -> provider.charge(request));
    }

    RefundOutcome refund(RefundRequest request) {
        return insist(
                () -> {
                    RefundOutcome outcome = withinLimit(() -> provider.refund(request));
                    if (outcome instanceof RefundOutcome.Unknown) {
                        throw new LostAnswer();
                    }
                    return outcome;
                },
                new RefundOutcome.Unknown());
    }

    private <T> T insist(Retryable<T> call, T unknown) {
        try {
            T outcome = retry.execute(call);
            pause.answered();
            return outcome;
        } catch (RetryException e) {
            pause.unanswered();
            return unknown;
        }
    }

    private <T> T withinLimit(Callable<T> call) throws LostAnswer {
        Future<T> answer = calls.submit(call);
        try {
            return answer.get(callTimeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LostAnswer();
        } catch (ExecutionException e) {
            log.warn("A call to the payment provider failed", e.getCause());
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
