package org.houselights.ticketing.presale;

import org.houselights.messaging.Envelope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The screening takes place for certain. With a threshold that answers our own news that the money is there; without one
 * it is the first we hear of the screening, and its tickets are sold from now on.
 */
@Component
class ConfirmPresale {

    private final Presales presales;
    private final OpenPresale open;
    private final IgnoredNews ignored;
    private final ApplicationEventPublisher doorbell;

    ConfirmPresale(Presales presales, OpenPresale open, IgnoredNews ignored, ApplicationEventPublisher doorbell) {
        this.presales = presales;
        this.open = open;
        this.ignored = ignored;
        this.doorbell = doorbell;
    }

    void confirm(ScreeningNews news, Envelope envelope) {
        presales.lock(news.screeningId())
                .ifPresentOrElse(presale -> confirm(presale, news, envelope), () -> open.open(news, envelope));
    }

    private void confirm(Presale presale, ScreeningNews news, Envelope envelope) {
        presale.tell(news.screening().toString(), news.sequence());
        if (presale.confirm()) {
            doorbell.publishEvent(new WorkWaits());
        } else {
            ignored.record(news, envelope, "the pre-sale is " + presale.status());
        }
    }
}
