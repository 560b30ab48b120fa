package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.LongStream;
import org.houselights.local.Postgres;
import org.houselights.testkit.Backbone;
import org.houselights.web.access.Badges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class OutagesTest extends MessagingTest {

    @Autowired
    private Postgres.Database database;

    @Autowired
    private MessagingSettings settings;

    @Test
    void while_the_database_is_away_a_consumer_waits_without_losing_its_place() throws Exception {
        String key = newKey();
        String name = jdbc.sql("select current_database()").query(String.class).single();
        onServer("alter database %s allow_connections false".formatted(name));
        try {
            onServer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name));
            LongStream.rangeClosed(1, 3)
                    .forEach(n -> publish(key, n, "{\"key\":\"%s\",\"sequence\":%d}".formatted(key, n)));
            await().until(() -> reader.deliveries(key) > settings.consumer().attempts());
        } finally {
            onServer("alter database %s allow_connections true".formatted(name));
        }

        await().ignoreExceptions().untilAsserted(() -> assertThat(taken(key)).isEqualTo(sequences(3)));
        assertThat(listed("/dead-letters", key)).isEmpty();
    }

    @Test
    void while_the_broker_is_away_commands_commit_and_events_wait_and_all_go_out_in_order() {
        String key = newKey();
        commit(Noted.note(key, 1));
        assertThat(delivered(key, 1)).containsExactly(1L);

        kafka.stop();
        try {
            LongStream.rangeClosed(2, 100).forEach(n -> commit(Noted.note(key, n)));
            assertThat(waiting()).isEqualTo(99);
            jdbc.sql("update outbox set appended_at = appended_at - interval '1 hour'")
                    .update();
            assertThat(gauge("outbox.oldest.age")).isGreaterThan(3_600);
        } finally {
            kafka.restart();
        }

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(taken(key)).isEqualTo(sequences(100)));
        assertThat(gauge("outbox.oldest.age")).isZero();
    }

    @Test
    void a_service_that_starts_before_its_broker_has_its_topics_once_the_broker_is_there() {
        String key = newKey();
        Postgres.Database own = Backbone.newDatabase();
        try (Backbone.Kafka late = Backbone.newKafka()) {
            late.stop();
            try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                            Service.class, Badges.ByTestKeys.class)
                    .run(
                            "--spring.application.name=early",
                            "--spring.config.import=classpath:house.yml",
                            "--spring.flyway.locations=classpath:db/messaging,classpath:db/web,classpath:db/tests",
                            "--spring.datasource.url=" + own.url(),
                            "--spring.datasource.username=" + own.username(),
                            "--spring.datasource.password=" + own.password(),
                            "--spring.kafka.bootstrap-servers=" + late.bootstrapServers(),
                            "--server.port=0")) {
                late.restart();
                service.getBean(TransactionTemplate.class)
                        .executeWithoutResult(
                                status -> service.getBean(Outbox.class).append(Noted.note(key, 1)));
                await().until(() -> service.getBean(JdbcClient.class)
                                .sql("select count(*) from outbox")
                                .query(Long.class)
                                .single()
                        == 0);
                try (Topic topic = new Topic(late.bootstrapServers(), Noted.TOPIC)) {
                    assertThat(topic.sequences(key, 1)).containsExactly(1L);
                }
            }
        }
    }

    private void onServer(String sql) throws SQLException {
        String maintenance = database.url().replaceFirst("/[^/]*$", "/template1");
        try (Connection admin = DriverManager.getConnection(maintenance, database.username(), database.password());
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
