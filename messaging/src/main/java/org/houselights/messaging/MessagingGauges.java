package org.houselights.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an alert looks at: how long the oldest event has waited, how many keys are parked, how many letters are dead. */
class MessagingGauges implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    MessagingGauges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("outbox.oldest.age", this, TimeUnit.SECONDS, MessagingGauges::oldestAge)
                .description("How long the oldest event has waited for the relay, parked keys aside")
                .register(registry);
        Gauge.builder("outbox.parked", () -> count("select count(*) from outbox_trouble where parked_at is not null"))
                .description("Keys whose events wait for an operator")
                .register(registry);
        Gauge.builder("dead.letters", () -> count("select count(*) from dead_letter where replayed_at is null"))
                .description("Records that could not be taken and wait for an operator")
                .register(registry);
    }

    private double oldestAge() {
        return jdbc.sql("""
                        select appended_at from outbox o
                        where not exists (select 1 from outbox_trouble t
                                          where t.topic = o.topic and t.key = o.key and t.parked_at is not null)
                        order by id limit 1""")
                .query(Timestamp.class)
                .optional()
                .map(oldest ->
                        Duration.between(oldest.toInstant(), clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private double count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
