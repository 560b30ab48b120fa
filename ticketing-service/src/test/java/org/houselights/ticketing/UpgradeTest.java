package org.houselights.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.houselights.local.Postgres;
import org.houselights.testkit.Backbone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A house with a past goes on with it under the rules of today. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpgradeTest {

    /** The last one under which an order didn't remember its request. */
    private static final String BEFORE = "8";

    private final Postgres.Database house = Backbone.newDatabase();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(house.url(), house.username(), house.password()));

    @BeforeEach
    void a_house_of_some_years() throws Exception {
        migrateTo(BEFORE);
        jdbc.sql("set house.age = 1; " + new ClassPathResource("growth.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
    }

    @Test
    void every_order_is_still_there_and_its_address_has_no_second_one() {
        long before = orders();

        migrateTo("latest");

        assertThat(orders()).isEqualTo(before).isPositive();
        UUID pledged = jdbc.sql("select id from orders where status = 'PLEDGED' limit 1")
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> placeAgain(pledged, "PLEDGED", "another key"))
                .hasMessageContaining("order_one_live_per_address");
    }

    @Test
    void a_key_that_was_used_after_a_cancellation_is_the_later_order_s() {
        UUID cancelled = jdbc.sql("select id from orders where status = 'CANCELLED' limit 1")
                .query(UUID.class)
                .single();
        String key = jdbc.sql("select request_key from orders where id = ?")
                .param(cancelled)
                .query(String.class)
                .single();
        UUID later = placeAgain(cancelled, "TICKETED", key);

        migrateTo("latest");

        assertThat(jdbc.sql(
                                "select id from orders where request_key = ? and email_hash = (select email_hash from orders where id = ?)")
                        .params(key, cancelled)
                        .query(UUID.class)
                        .list())
                .containsExactly(later);
    }

    /** By the address of another order, a day later. */
    private UUID placeAgain(UUID order, String status, String key) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into orders
                        select (jsonb_populate_record(o, jsonb_build_object('id', :id, 'status', :status, 'request_key', :key,
                            'placed_at', o.placed_at + interval '1 day'))).*
                        from orders o where o.id = :order""")
                .param("id", id)
                .param("status", status)
                .param("key", key)
                .param("order", order)
                .update();
        return id;
    }

    private long orders() {
        return jdbc.sql("select count(*) from orders").query(Long.class).single();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(house.url(), house.username(), house.password())
                .locations("db/messaging", "db/web", "db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
