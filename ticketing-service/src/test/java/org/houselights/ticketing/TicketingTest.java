package org.houselights.ticketing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.houselights.web.access.Badges;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * Runs the service with a real database and a clock that the test moves. There is no broker: a test hands it the events of
 * others, and what it would send waits in the outbox, where a test reads it. Loops begin when a commit wakes them, and
 * sweeps when the test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = TicketingApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.kafka.bootstrap-servers=localhost:1",
            "spring.kafka.admin.auto-create=false",
            "spring.kafka.listener.auto-startup=false",
            "houselights.link-key=dGVzdHMgbmVlZCBubyBzZWNyZXRzLCBvbmx5IHRoaXJ0eS10d28gYnl0ZXM=",
            // Hundreds of buyers on a small machine queue longer than people would.
            "spring.datasource.hikari.connection-timeout=30000",
            "houselights.warm-up.time=0s",
            "houselights.order.rounds=1d",
            "houselights.collection.poll=1d",
            "houselights.web.limits.order-network.permits=100000"
        })
@Import({Badges.ByTestKeys.class, TicketingTestConfiguration.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public @interface TicketingTest {}
