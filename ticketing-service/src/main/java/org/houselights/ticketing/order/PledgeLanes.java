package org.houselights.ticketing.order;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.houselights.ticketing.lane.Lane;
import org.houselights.ticketing.lane.LaneFull;
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

    private final List<Lane<Pledge, Outcome>> lanes;

    PledgeLanes(TakePledges take, LaneSettings settings, MeterRegistry meters) {
        DistributionSummary groups = DistributionSummary.builder("pledges.group")
                .description("Pledges decided in one transaction")
                .register(meters);
        // Threads of the system's: a virtual one would have to find its way between those of the waiting crowd after
        // each answer of the
        // database.
        ExecutorService clerks = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("lane-", 0).daemon().factory());
        this.lanes = Stream.generate(() -> new Lane<Pledge, Outcome>(
                        settings.group(),
                        settings.waiting(),
                        Pledge::screeningId,
                        pledges -> {
                            groups.record(pledges.size());
                            return take.take(pledges);
                        },
                        clerks))
                .limit(settings.count())
                .toList();
        Gauge.builder(
                        "pledges.waiting",
                        lanes,
                        all -> all.stream().mapToInt(Lane::waiting).sum())
                .description("Pledges that wait for the row of their pre-sale")
                .register(meters);
    }

    /** Refused with 429 if too many wait for the same pre-sale. */
    Outcome decide(Pledge pledge) {
        try {
            return of(pledge.screeningId()).ask(pledge);
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
        if (of(screeningId).isFullOf(screeningId)) {
            throw tooMany();
        }
    }

    private Lane<Pledge, Outcome> of(UUID screeningId) {
        return lanes.get(Math.floorMod(screeningId.hashCode(), lanes.size()));
    }

    private static ProblemException tooMany() {
        return Problems.tooMany(COME_BACK, Sentence.of("too-many-pledges"));
    }
}
