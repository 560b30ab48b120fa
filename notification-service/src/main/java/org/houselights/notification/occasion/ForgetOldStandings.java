package org.houselights.notification.occasion;

import java.time.Clock;
import java.time.Instant;
import org.houselights.notification.mail.MailSettings;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Service;

/** Forgets screenings and orders for as long silent as mails are kept, in batches. */
@Service
class ForgetOldStandings implements SchedulingConfigurer {

    private final Standings standings;
    private final MailSettings settings;
    private final Clock clock;

    ForgetOldStandings(Standings standings, MailSettings settings, Clock clock) {
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::forget, settings.purge());
    }

    public void forget() {
        Instant before = clock.instant().minus(settings.keep());
        int forgotten;
        do {
            forgotten = standings.forgetSome(before, settings.purgeBatch());
        } while (forgotten == settings.purgeBatch());
    }
}
