package org.houselights.web;

import javax.sql.DataSource;
import org.houselights.local.Postgres;
import org.houselights.testkit.Backbone;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A real PostgreSQL with the tables of this module, one for all tests of the run. */
final class Database {

    private static final DataSource MIGRATED = migrated();

    private Database() {}

    static DataSource get() {
        return MIGRATED;
    }

    private static DataSource migrated() {
        Postgres.Database empty = Backbone.newDatabase();
        DataSource database = new DriverManagerDataSource(empty.url(), empty.username(), empty.password());
        new ResourceDatabasePopulator(new ClassPathResource("db/web/V0_2__idempotency.sql")).execute(database);
        return database;
    }
}
