package org.houselights.ticketing.presale;

import java.time.Clock;
import java.time.Instant;
import org.houselights.messaging.Envelope;
import org.houselights.messaging.Outbox;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Opens the pre-sale of a screening that may be sold. */
@Component
class OpenPresale {

    private final Presales presales;
    private final CancelledBeforeSale cancelled;
    private final IgnoredNews ignored;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;

    OpenPresale(
            Presales presales,
            CancelledBeforeSale cancelled,
            IgnoredNews ignored,
            Outbox outbox,
            JsonMapper json,
            Clock clock) {
        this.presales = presales;
        this.cancelled = cancelled;
        this.ignored = ignored;
        this.outbox = outbox;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.clock = clock;
    }

    void open(ScreeningNews news, Envelope envelope) {
        if (presales.existsById(news.screeningId())) {
            ignored.record(news, envelope, "it has a pre-sale already");
        } else if (cancelled.contains(news.screeningId())) {
            ignored.record(news, envelope, "it was cancelled before");
        } else {
            Instant now = clock.instant();
            Terms terms = json.treeToValue(news.screening(), Terms.class);
            Presale presale =
                    Presale.open(news.screeningId(), news.screening().toString(), terms, news.sequence(), now);
            outbox.append(presale.opened(now));
            presales.save(presale);
        }
    }
}
