package org.houselights.ticketing.payment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

record SandboxDatabase(DataSource source) {
    static SandboxDatabase open() {
        try {
            DataSource source = EmbeddedPostgres.start().getPostgresDatabase();
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__payment.sql")).execute(source);
            return new SandboxDatabase(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    TransactionOperations transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }
}
