package org.houselights.ticketing.presale;

import java.time.Clock;
import java.time.Instant;
import org.houselights.messaging.Envelope;
import org.houselights.messaging.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The screening was cancelled: nothing is sold or charged any more; the rounds release and refund the orders. */
@Component
class CancelPresale {

    private final Presales presales;
    private final CancelledBeforeSale cancelled;
    private final IgnoredNews ignored;
    private final Outbox outbox;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    CancelPresale(
            Presales presales,
            CancelledBeforeSale cancelled,
            IgnoredNews ignored,
            Outbox outbox,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.presales = presales;
        this.cancelled = cancelled;
        this.ignored = ignored;
        this.outbox = outbox;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    void cancel(ScreeningNews news, Envelope envelope) {
        Instant now = clock.instant();
        presales.lock(news.screeningId())
                .ifPresentOrElse(
                        presale -> cancel(presale, news, envelope, now), () -> cancelled.add(news.screeningId(), now));
    }

    private void cancel(Presale presale, ScreeningNews news, Envelope envelope, Instant now) {
        presale.tell(news.screening().toString(), news.sequence());
        presale.cancel(now)
                .ifPresentOrElse(
                        event -> {
                            outbox.append(event);
                            doorbell.publishEvent(new WorkWaits());
                        },
                        () -> ignored.record(news, envelope, "the pre-sale is " + presale.status()));
    }
}
