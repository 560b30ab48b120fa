package org.houselights.ticketing.payment;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.houselights.local.Postgres;
import org.houselights.testkit.Backbone;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sandbox that stands alone, on real PostgreSQL: its tables need none of ours. */
public final class SandboxDatabase {

    private final DataSource source;

    private SandboxDatabase(DataSource source) {
        this.source = source;
    }

    public static SandboxDatabase open() {
        Postgres.Database database = Backbone.newDatabase();
        DataSource source = new DriverManagerDataSource(database.url(), database.username(), database.password());
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__payment.sql")).execute(source);
        return new SandboxDatabase(source);
    }

    /** An instance of the sandbox; all instances on a database remember the same. */
    public PaymentProvider sandbox(Duration slowness) {
        SandboxLedger ledger = new SandboxLedger(
                JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
        return new SandboxProvider(
                ledger,
                Clock.systemUTC(),
                new PaymentSettings(PaymentSettings.Provider.SANDBOX, new PaymentSettings.Sandbox(slowness)));
    }
}
