package org.houselights.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A real PostgreSQL with the tables of this module, one for all tests of the run. */
final class Database {

    private static final DataSource MIGRATED = migrated();

    private Database() {}

    static DataSource get() {
        return MIGRATED;
    }

    private static DataSource migrated() {
        try {
            DataSource database = EmbeddedPostgres.start().getPostgresDatabase();
            new ResourceDatabasePopulator(new ClassPathResource("db/web/V0_2__idempotency.sql")).execute(database);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
