package org.houselights.ticketing.presale;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.houselights.messaging.Event;
import org.houselights.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends pre-sales whose deadline or cure period is over. The deadline is a column; any number of instances may look. */
@Component
public class EndOverduePresales {

    private static final int AT_ONCE = 50;

    private final Presales presales;
    private final Outbox outbox;
    private final Clock clock;

    EndOverduePresales(Presales presales, Outbox outbox, Clock clock) {
        this.presales = presales;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return how many it ended */
    @Transactional
    public int end() {
        Instant now = clock.instant();
        List<Presale> overdue = presales.lockOverdue(now, AT_ONCE);
        overdue.forEach(presale -> event(presale, now).ifPresent(outbox::append));
        return overdue.size();
    }

    private static Optional<Event> event(Presale presale, Instant now) {
        return presale.endAtDeadline(now).<Event>map(event -> event).or(() -> presale.endCure(now));
    }
}
