package org.houselights.ticketing.collection;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.houselights.ticketing.order.ChargeNow;
import org.houselights.ticketing.order.ChargeToMake;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.springframework.stereotype.Component;

/** Charges at once, as long as the buyer's patience lasts; the loop finds out about what takes longer. */
@Component
class ChargeWhileBuyerWaits implements ChargeNow, AutoCloseable {

    private final PatientProvider provider;
    private final long patienceMillis;
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("buyer-charge-", 0).factory());

    ChargeWhileBuyerWaits(PatientProvider provider, CollectionSettings settings) {
        this.provider = provider;
        this.patienceMillis = settings.buyerPatience().toMillis();
    }

    @Override
    public ChargeOutcome charge(ChargeToMake charge) {
        Future<ChargeOutcome> outcome = calls.submit(() -> provider.charge(charge));
        try {
            return outcome.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new ChargeOutcome.Unknown();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ChargeOutcome.Unknown();
        } finally {
            outcome.cancel(true);
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
