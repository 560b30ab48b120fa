package org.houselights.screening.account;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.houselights.web.Watch;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A database of its own, and the clock. */
@TestConfiguration(proxyBeanMethods = false)
class AccountTestConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    DataSource database(EmbeddedPostgres postgres) {
        return postgres.getPostgresDatabase();
    }

    @Bean
    Watch watch() {
        return new Watch();
    }
}
