package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out refunds that are due. Two claimers never get the same one. */
@Component
public class ClaimRefunds {

    private final Refunds refunds;
    private final OrderSettings settings;
    private final Clock clock;

    ClaimRefunds(Refunds refunds, OrderSettings settings, Clock clock) {
        this.refunds = refunds;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public List<RefundToMake> next(int max) {
        Instant now = clock.instant();
        return refunds.lease(now, now.plus(settings.chargeLease()), max);
    }
}
