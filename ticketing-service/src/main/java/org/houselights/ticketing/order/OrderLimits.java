package org.houselights.ticketing.order;

import org.houselights.web.Network;
import org.houselights.web.RateLimits;
import org.springframework.stereotype.Component;

/** How often orders may be tried, from one network and for one address. */
@Component
public class OrderLimits {

    private final RateLimits limits;

    OrderLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** @throws org.houselights.web.ProblemException 429 when that is one too many */
    public void take(NewOrder wanted, Network network) {
        limits.take("order-network", network.value());
        limits.take("order-address", wanted.buyer().emailHash());
    }
}
