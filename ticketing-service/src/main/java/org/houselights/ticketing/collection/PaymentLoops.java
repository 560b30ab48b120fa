package org.houselights.ticketing.collection;

import java.time.Duration;
import org.houselights.ticketing.order.ChargeToMake;
import org.houselights.ticketing.order.ClaimCardsToForget;
import org.houselights.ticketing.order.ClaimCharges;
import org.houselights.ticketing.order.ClaimRefunds;
import org.houselights.ticketing.order.RefundToMake;
import org.houselights.ticketing.payment.PaymentsDue;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * One loop for charges, one for refunds and one for cards to be forgotten, so that none waits for another. They begin right after a commit that made
 * something due, and look by themselves now and then for what another instance left behind. Any number of instances may run them.
 */
@Component
class PaymentLoops implements SchedulingConfigurer, AutoCloseable {

    /** Few, and only while no charge is under way: nobody waits for a card to be forgotten, and thousands may wait to be charged. */
    private static final int FORGETTING = 4;

    private final WorkLoop<ChargeToMake> charges;
    private final WorkLoop<RefundToMake> refunds;
    private final WorkLoop<String> cards;
    private final Duration poll;

    PaymentLoops(
            ClaimCharges claimCharges,
            CollectCharge collect,
            ClaimRefunds claimRefunds,
            GiveRefund give,
            ClaimCardsToForget claimCards,
            ForgetCard forget,
            ProviderPause pause,
            CollectionSettings settings) {
        charges =
                new WorkLoop<>("charges", settings.concurrency(), pause::isOver, claimCharges::next, collect::collect);
        refunds = new WorkLoop<>("refunds", settings.concurrency(), pause::isOver, claimRefunds::next, give::give);
        cards = new WorkLoop<>(
                "cards",
                Math.min(FORGETTING, settings.concurrency()),
                () -> pause.isOver() && charges.isAtRest(),
                claimCards::next,
                forget::forget);
        poll = settings.poll();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::wake, poll);
    }

    @TransactionalEventListener
    void on(PaymentsDue due) {
        wake();
    }

    private void wake() {
        charges.wake();
        refunds.wake();
        cards.wake();
    }

    @Override
    public void close() {
        charges.close();
        refunds.close();
        cards.close();
    }
}
