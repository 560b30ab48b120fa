package org.houselights.ticketing.order;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.houselights.ticketing.lane.Lane;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.springframework.stereotype.Component;

/**
 * Records what became of a charge, once: an attempt that is decided stays so. Whoever has an outcome waits in a lane for
 * the row of the pre-sale, and all who wait are served together.
 */
@Component
public class RecordChargeOutcome {

    private static final int LANES = 4;
    private static final int GROUP = 100;

    private final List<Lane<ChargeMade, Optional<RuntimeException>>> lanes;

    RecordChargeOutcome(RecordCharges record) {
        // Money has moved: nobody who knows of it is turned away.
        int patience = Integer.MAX_VALUE;
        ExecutorService clerks = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("charge-lane-", 0).daemon().factory());
        this.lanes = Stream.generate(() -> new Lane<ChargeMade, Optional<RuntimeException>>(
                        GROUP, patience, ChargeMade::screeningId, record::record, clerks))
                .limit(LANES)
                .toList();
    }

    /** Returns when it is recorded; throws what kept it from being. */
    public void record(UUID screeningId, UUID orderId, int attempt, ChargeOutcome outcome) {
        lanes.get(Math.floorMod(screeningId.hashCode(), LANES))
                .ask(new ChargeMade(screeningId, orderId, attempt, outcome))
                .ifPresent(failure -> {
                    throw failure;
                });
    }
}
