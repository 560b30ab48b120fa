package org.houselights.notification.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Shows on the metrics page whether mail gets out. */
@Component
class MailGauges implements MeterBinder {

    private final Mails mails;
    private final Clock clock;

    MailGauges(Mails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mail.backlog", () -> mails.backlog(clock.instant()))
                .description("Mails that are due and not sent")
                .register(registry);
        Gauge.builder("mail.failed", mails::failed)
                .description("Mails that need an operator")
                .register(registry);
        TimeGauge.builder("mail.oldest.age", this::oldestAgeSeconds, TimeUnit.SECONDS)
                .description("How long the oldest mail that isn't sent has been waiting")
                .register(registry);
    }

    private long oldestAgeSeconds() {
        return mails.oldestWaiting()
                .map(written -> Duration.between(written, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
