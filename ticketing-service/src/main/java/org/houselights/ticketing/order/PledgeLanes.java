package org.houselights.ticketing.order;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.houselights.ticketing.lane.Lanes;
import org.houselights.ticketing.order.Pledge.Outcome;
import org.springframework.stereotype.Component;

/**
 * Where pledges wait for the row of their pre-sale. Those for one pre-sale wait in one lane; a few lanes are enough for any
 * number of pre-sales, and keep one whose row somebody else holds from stopping all.
 */
@Component
class PledgeLanes {

    private final Lanes<Pledge, Outcome> lanes;

    PledgeLanes(TakePledges take, LaneSettings settings, MeterRegistry meters) {
        DistributionSummary groups = DistributionSummary.builder("pledges.group")
                .description("Pledges decided in one transaction")
                .register(meters);
        this.lanes = new Lanes<>("lane", settings.count(), settings.group(), Pledge::screeningId, pledges -> {
            groups.record(pledges.size());
            return take.take(pledges);
        });
        Gauge.builder("pledges.waiting", lanes, Lanes::waiting)
                .description("Pledges that wait for the row of their pre-sale")
                .register(meters);
    }

    Outcome decide(Pledge pledge) {
        return lanes.ask(pledge);
    }
}
