package org.houselights.ticketing.presale;

import java.time.Clock;
import org.houselights.messaging.Envelope;
import org.houselights.messaging.Outbox;
import org.springframework.stereotype.Component;

/** The show is over. */
@Component
class ClosePresale {

    private final Presales presales;
    private final IgnoredNews ignored;
    private final Outbox outbox;
    private final Clock clock;

    ClosePresale(Presales presales, IgnoredNews ignored, Outbox outbox, Clock clock) {
        this.presales = presales;
        this.ignored = ignored;
        this.outbox = outbox;
        this.clock = clock;
    }

    void close(ScreeningNews news, Envelope envelope) {
        presales.lock(news.screeningId())
                .ifPresentOrElse(
                        presale -> presale.close(clock.instant())
                                .ifPresentOrElse(
                                        outbox::append,
                                        () -> ignored.record(news, envelope, "the pre-sale is " + presale.status())),
                        () -> ignored.record(news, envelope, "it has no pre-sale"));
    }
}
