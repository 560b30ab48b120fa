package org.houselights.ticketing.dashboard;

import java.util.List;
import java.util.UUID;
import org.houselights.ticketing.presale.PresaleFacts;
import org.houselights.ticketing.presale.Progress;
import org.houselights.ticketing.presale.Show;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands, for its host.
 *
 * @param forecast null once the goal is reached or the pre-sale over
 * @param milestones none without a goal
 */
record Dashboard(
        UUID screeningId,
        Show show,
        PresaleFacts facts,
        Progress progress,
        Standing standing,
        SalesCurve curve,
        @Nullable Forecast forecast,
        List<Milestone> milestones,
        Coaching coaching) {}
