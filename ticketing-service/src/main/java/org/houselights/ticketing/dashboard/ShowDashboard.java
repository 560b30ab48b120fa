package org.houselights.ticketing.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleFacts;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.Progress;
import org.houselights.ticketing.presale.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together how a campaign stands. */
@Component
class ShowDashboard {

    private final People people;
    private final Clock clock;

    ShowDashboard(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Dashboard show(Presale presale) {
        Instant now = clock.instant();
        PresaleFacts facts = presale.facts();
        Show show = presale.show();
        List<Sale> sales = people.sales(presale.screeningId());
        Standing standing =
                new Standing(sales.size(), people.failedCards(presale.screeningId()), facts.capacity() - facts.taken());
        Campaign campaign = campaign(presale, facts, sales);
        Forecast forecast =
                campaign != null && facts.status() == PresaleStatus.OPEN ? Forecast.of(campaign, now) : null;
        return new Dashboard(
                presale.screeningId(),
                show,
                facts,
                Progress.of(presale, now),
                standing,
                curve(presale, facts, sales, show, now),
                forecast,
                campaign == null ? List.of() : Milestone.of(sales, campaign.goal()),
                Coaching.of(facts.status(), campaign, forecast, standing, now));
    }

    private static @Nullable Campaign campaign(Presale presale, PresaleFacts facts, List<Sale> sales) {
        long goal = facts.goal().minorUnits();
        return facts.deadline() == null || goal == 0
                ? null
                : new Campaign(
                        presale.openedAt(),
                        facts.deadline(),
                        goal,
                        presale.prices().full().minorUnits(),
                        sales);
    }

    private static SalesCurve curve(Presale presale, PresaleFacts facts, List<Sale> sales, Show show, Instant now) {
        boolean goesOn = facts.status() == PresaleStatus.SECURED || facts.status() == PresaleStatus.CLOSED;
        Instant deadline = facts.deadline();
        Instant end = deadline == null || goesOn ? presale.startsAt() : deadline;
        return SalesCurve.of(sales, presale.openedAt(), deadline, end, facts.goal(), show.zone(), now);
    }
}
