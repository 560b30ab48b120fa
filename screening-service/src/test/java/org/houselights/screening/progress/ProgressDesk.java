package org.houselights.screening.progress;

import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Tells what ticketing would. */
@TestComponent
public class ProgressDesk {

    private final Progresses progresses;

    ProgressDesk(Progresses progresses) {
        this.progresses = progresses;
    }

    public void tell(UUID screening, Instant asOf, Progress progress) {
        progresses.keep(screening, asOf, progress);
    }
}
