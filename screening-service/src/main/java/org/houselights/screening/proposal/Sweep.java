package org.houselights.screening.proposal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does what is due because time has passed. Any number of instances may sweep at once; each screening is taken by one. */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final Screenings screenings;
    private final LapseScreening lapse;
    private final HoldScreening hold;
    private final ProposalSettings settings;
    private final Clock clock;

    Sweep(Screenings screenings, LapseScreening lapse, HoldScreening hold, ProposalSettings settings, Clock clock) {
        this.screenings = screenings;
        this.lapse = lapse;
        this.hold = hold;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${houselights.proposal.sweep-interval:1s}")
    public void run() {
        each(screenings.undecided(clock.instant(), settings.sweepBatch()), lapse::ifDue);
        each(screenings.over(clock.instant(), settings.sweepBatch()), hold::ifDue);
    }

    /** One that fails must not keep the others waiting; it is tried again with the next sweep. */
    private static void each(List<UUID> due, Consumer<UUID> effect) {
        for (UUID id : due) {
            try {
                effect.accept(id);
            } catch (RuntimeException failure) {
                log.error("The screening {} could not be moved", id, failure);
            }
        }
    }
}
