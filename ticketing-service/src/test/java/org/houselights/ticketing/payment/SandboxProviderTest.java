package org.houselights.ticketing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.houselights.ticketing.payment.ChargeOutcome.Succeeded;
import org.houselights.ticketing.payment.ChargeOutcome.Unknown;
import org.junit.jupiter.api.Test;

class SandboxProviderTest extends PaymentProviderContract {

    private static final SandboxDatabase DATABASE = SandboxDatabase.open();

    private PaymentProvider provider = DATABASE.sandbox(Duration.ZERO);

    @Override
    PaymentProvider provider() {
        return provider;
    }

    @Override
    String acceptedToken() {
        return "sandbox-accepted";
    }

    @Override
    String refusedToken() {
        return "sandbox-declined";
    }

    @Override
    String declinedLaterToken() {
        return "sandbox-declined-later";
    }

    @Override
    String needsActionToken() {
        return "sandbox-needs-action";
    }

    @Override
    String lostAnswerToken() {
        return "sandbox-unreachable";
    }

    @Test
    void what_it_did_survives_a_restart() {
        ChargeRequest request = chargeOf(acceptedToken());
        ChargeOutcome answer = provider.charge(request);

        provider = DATABASE.sandbox(Duration.ZERO);

        assertThat(provider.charge(request)).isEqualTo(answer);
    }

    @Test
    void a_slow_charge_is_answered_late_and_only_once() {
        provider = DATABASE.sandbox(Duration.ofMillis(200));
        ChargeRequest request = chargeOf("sandbox-slow");

        long start = System.nanoTime();
        ChargeOutcome answer = provider.charge(request);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(answer).isInstanceOf(Succeeded.class);
        assertThat(provider.charge(request)).isEqualTo(answer);
    }

    @Test
    void a_slow_charge_that_is_interrupted_took_the_money() throws Exception {
        provider = DATABASE.sandbox(Duration.ofHours(1));
        ChargeRequest request = chargeOf("sandbox-slow");
        FutureTask<ChargeOutcome> answer = new FutureTask<>(() -> provider.charge(request));
        Thread caller = Thread.ofVirtual().start(answer);
        await().until(() -> provider.lookUp(request.idempotencyKey()).isPresent());

        caller.interrupt();

        assertThat(answer.get()).isEqualTo(new Unknown());
        assertThat(provider.charge(request)).isInstanceOf(Succeeded.class);
    }

    @Test
    void the_lost_answer_to_a_refund_is_found_with_the_same_key() {
        ChargeRequest charge = chargeOf(lostAnswerToken());
        provider.charge(charge);
        Succeeded taken = (Succeeded) provider.lookUp(charge.idempotencyKey()).orElseThrow();
        RefundRequest refund =
                new RefundRequest("refund " + charge.idempotencyKey(), taken.reference(), charge.amount());

        assertThat(provider.refund(refund)).isEqualTo(new RefundOutcome.Unknown());
        assertThat(provider.refund(refund)).isInstanceOf(RefundOutcome.Succeeded.class);
    }
}
