package org.houselights.ticketing.order;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.houselights.ticketing.lane.LaneFull;
import org.houselights.ticketing.lane.Lanes;
import org.houselights.ticketing.order.Pledge.Outcome;
import org.houselights.ticketing.order.Pledge.Outcome.Refused;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;

/**
 * Where pledges wait for the row of their pre-sale. Those for one pre-sale wait in one lane; a few lanes are enough for any
 * number of pre-sales, and keep one whose row somebody else holds from stopping all.
 */
@Component
class PledgeLanes {

    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Lanes<Pledge, Outcome> lanes;

    PledgeLanes(TakePledges take, LaneSettings settings, MeterRegistry meters) {
        DistributionSummary groups = DistributionSummary.builder("pledges.group")
                .description("Pledges decided in one transaction")
                .register(meters);
        this.lanes = new Lanes<>(
                "lane", settings.count(), settings.group(), settings.waiting(), Pledge::screeningId, pledges -> {
                    groups.record(pledges.size());
                    return take.take(pledges);
                });
        Gauge.builder("pledges.waiting", lanes, Lanes::waiting)
                .description("Pledges that wait for the row of their pre-sale")
                .register(meters);
    }

    /** Refused with 429 if too many wait for the same pre-sale. */
    Outcome decide(Pledge pledge) {
        try {
            return lanes.ask(pledge);
        } catch (LaneFull full) {
            return new Refused(tooMany());
        }
    }

    /**
     * To be asked before anything that costs: nobody is told after a long way that there is no room to wait.
     *
     * @throws ProblemException 429 if too many wait for the pre-sale
     */
    void requireRoom(UUID screeningId) {
        if (lanes.isFullOf(screeningId)) {
            throw tooMany();
        }
    }

    private static ProblemException tooMany() {
        return Problems.tooMany(COME_BACK, Sentence.of("too-many-pledges"));
    }
}
