package org.houselights.ticketing.order;

import java.util.Optional;
import java.util.UUID;
import org.houselights.ticketing.lane.Lanes;
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

    private final Lanes<ChargeMade, Optional<RuntimeException>> lanes;

    RecordChargeOutcome(RecordCharges record) {
        this.lanes = new Lanes<>("charge-lane", LANES, GROUP, ChargeMade::screeningId, record::record);
    }

    /** Returns when it is recorded; throws what kept it from being. */
    public void record(UUID screeningId, UUID orderId, int attempt, ChargeOutcome outcome) {
        lanes.ask(new ChargeMade(screeningId, orderId, attempt, outcome)).ifPresent(failure -> {
            throw failure;
        });
    }
}
