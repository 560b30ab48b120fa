package org.houselights.screening.proposal;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Caller;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What waits for a distributor, the most urgent first. */
@Component
public class ProposalQueue {

    private static final int SHOWN = 200;
    private static final int NEARBY = 10;
    private static final Duration AROUND = Duration.ofDays(60);

    private final Screenings screenings;

    ProposalQueue(Screenings screenings) {
        this.screenings = screenings;
    }

    /** At most {@value #SHOWN}; the others follow as these are decided. */
    public List<ScreeningView> of(UUID company, Caller caller) {
        return screenings
                .findByCompanyIdAndStatusOrderByDecisionDueAtAscIdAsc(
                        company, ScreeningStatus.PROPOSED, Limit.of(SHOWN))
                .stream()
                .map(screening -> ScreeningView.of(screening, caller))
                .toList();
    }

    /** The most urgent one. */
    public Optional<UUID> first(UUID company) {
        return screenings
                .findByCompanyIdAndStatusOrderByDecisionDueAtAscIdAsc(company, ScreeningStatus.PROPOSED, Limit.of(1))
                .stream()
                .map(Screening::id)
                .findFirst();
    }

    /** How many screenings of the company's films are in each status; those without any are left out. */
    public Map<ScreeningStatus, Long> counts(UUID company) {
        Map<ScreeningStatus, Long> counts = new EnumMap<>(ScreeningStatus.class);
        screenings.countByStatus(company).forEach(row -> counts.put(row.status(), row.number()));
        return counts;
    }

    /** Other live screenings of the film in the country within {@code 60} days, the nearest first. */
    public List<ScreeningView> around(ScreeningView screening, Caller caller) {
        return screenings
                .around(
                        screening.id(),
                        screening.film().id(),
                        screening.venue().country().code(),
                        screening.venue().city(),
                        screening.startsAt().minus(AROUND),
                        screening.startsAt().plus(AROUND),
                        Limit.of(NEARBY))
                .stream()
                .map(other -> ScreeningView.of(other, caller))
                .toList();
    }

    /** Whether the host of a screening held one of a film of the same company before. */
    public boolean isHostKnown(ScreeningView screening) {
        return screenings.hasHeld(
                screening.host().id(), screening.film().distributor().id());
    }
}
