package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out charges that are due, each with its intent committed first. Two claimers never get the same one. */
@Component
public class ClaimCharges {

    private final Orders orders;
    private final Charges charges;
    private final OrderSettings settings;
    private final Clock clock;

    ClaimCharges(Orders orders, Charges charges, OrderSettings settings, Clock clock) {
        this.orders = orders;
        this.charges = charges;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public List<ChargeToMake> next(int max) {
        Instant now = clock.instant();
        List<Order> due = new ArrayList<>(orders.lockToChargeAgain(now, max));
        due.addAll(orders.lockPledged(max - due.size()));
        due.forEach(order -> order.startCharging(now.plus(settings.chargeLease()), now));
        return due.isEmpty() ? List.of() : charges.intend(due, now);
    }
}
