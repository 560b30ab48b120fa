package org.houselights.notification;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import org.houselights.notification.mail.Sending;
import org.houselights.notification.mail.Story;
import org.houselights.testkit.MovableClock;
import org.houselights.testkit.OnBackbone;
import org.houselights.web.access.Badges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The whole service with a real database, a real broker, a real mail server and a clock that the test moves. */
@OnBackbone
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"houselights.mail.poll=1h", "houselights.mail.linger=0s", "management.server.port=0"})
@Import({NotificationTest.TestClock.class, Badges.ByTestKeys.class})
public abstract class NotificationTest {

    /** Its own, because these tests empty it. */
    private static final GreenMail SMTP = new GreenMail(ServerSetup.SMTP.dynamicPort());

    static {
        SMTP.start();
    }

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JavaMailSenderImpl mailSettings;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationContext service;

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock(Story.NOW);
        }
    }

    @BeforeEach
    void beginWithNothing() {
        clear();
        clock.set(Story.NOW);
        sendTo(SMTP.getSmtp().getPort());
    }

    protected GreenMail inbox() {
        return SMTP;
    }

    protected void sendTo(int port) {
        mailSettings.setHost("127.0.0.1");
        mailSettings.setPort(port);
    }

    protected void clear() {
        jdbc.sql("truncate mail, standing").update();
        Sending.finish(service);
        try {
            SMTP.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    protected Instant now() {
        return clock.instant();
    }

    protected void later(Duration duration) {
        clock.advance(duration);
    }
}
