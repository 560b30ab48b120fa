package org.houselights.ticketing.presale;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.test.context.TestComponent;

/** Hands the service what Kafka would deliver, and shows how a pre-sale stands. */
@TestComponent
public class ScreeningDesk {

    private final FollowScreenings follow;
    private final FindPresale find;

    ScreeningDesk(FollowScreenings follow, FindPresale find) {
        this.follow = follow;
        this.find = find;
    }

    public void deliver(ConsumerRecord<String, byte[]> event) {
        follow.on(event);
    }

    public void onSale(ScreeningTold screening) {
        deliver(screening.event("ScreeningOnSale", "ON_SALE"));
    }

    public void confirmed(ScreeningTold screening) {
        deliver(screening.event("ScreeningConfirmed", "CONFIRMED"));
    }

    public void cancelled(ScreeningTold screening) {
        deliver(screening.event("ScreeningCancelled", "CANCELLED"));
    }

    public void held(ScreeningTold screening) {
        deliver(screening.event("ScreeningHeld", "HELD"));
    }

    public PresaleFacts facts(UUID screeningId) {
        return find.find(screeningId).facts();
    }

    public PresaleStatus status(UUID screeningId) {
        return facts(screeningId).status();
    }
}
