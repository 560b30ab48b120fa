package org.houselights.testkit;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.houselights.local.Postgres;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts what {@link OnBackbone} promises before the context, and stops it after. */
final class BackboneInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What comes by way of Kafka takes its time where a database, a broker and a build share two cores. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
        Postgres.Database database = Backbone.newDatabase();
        Backbone.Kafka kafka = Backbone.newKafka();
        GreenMail smtp = Backbone.newSmtp();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "backbone",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", database.username(),
                                "spring.datasource.password", database.password(),
                                "spring.kafka.bootstrap-servers", kafka.bootstrapServers(),
                                "spring.mail.host", "127.0.0.1",
                                "spring.mail.port", smtp.getSmtp().getPort())));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("backboneDatabase", database);
        beans.registerSingleton("backboneKafka", kafka);
        beans.registerSingleton("backboneSmtp", smtp);
        beans.registerDisposableBean("backboneKafka", kafka::close);
        beans.registerDisposableBean("backboneSmtp", smtp::stop);
    }
}
