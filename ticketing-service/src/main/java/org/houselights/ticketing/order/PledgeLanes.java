package org.houselights.ticketing.order;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.houselights.ticketing.lane.Lanes;
import org.houselights.ticketing.order.Pledge.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where pledges wait for the row of their pre-sale. Those for one pre-sale wait in one lane; a few lanes are enough for any
 * number of pre-sales, and keep one whose row somebody else holds from stopping all.
 */
@Component
class PledgeLanes {

    /** @param request what is observed while it waits; null where nothing is */
    private record Waiting(Pledge pledge, @Nullable Observation request) {}

    private final TakePledges take;
    private final ObservationRegistry observations;
    private final DistributionSummary groups;
    private final Lanes<Waiting, Outcome> lanes;

    PledgeLanes(TakePledges take, LaneSettings settings, MeterRegistry meters, ObservationRegistry observations) {
        this.take = take;
        this.observations = observations;
        this.groups = DistributionSummary.builder("pledges.group")
                .description("Pledges decided in one transaction")
                .register(meters);
        this.lanes = new Lanes<>(
                "lane",
                settings.count(),
                settings.group(),
                waiting -> waiting.pledge().screeningId(),
                this::decide);
        Gauge.builder("pledges.waiting", lanes, Lanes::waiting)
                .description("Pledges that wait for the row of their pre-sale")
                .register(meters);
    }

    Outcome decide(Pledge pledge) {
        return lanes.ask(new Waiting(pledge, observations.getCurrentObservation()));
    }

    /** In the trace of whoever came first: what is told of a group carries one. */
    private List<Outcome> decide(List<Waiting> group) {
        groups.record(group.size());
        List<Pledge> pledges = group.stream().map(Waiting::pledge).toList();
        Observation request = group.getFirst().request();
        return request == null ? take.take(pledges) : request.scoped(() -> take.take(pledges));
    }
}
