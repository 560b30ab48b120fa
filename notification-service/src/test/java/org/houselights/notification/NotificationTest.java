package org.houselights.notification;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import org.houselights.notification.mail.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The whole service with a real database, a real broker, a real mail server and a clock that the test moves. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SpringBootTest(properties = {"houselights.mail.poll=1h", "server.port=0", "management.server.port=0"})
@Import(NotificationTest.TestClock.class)
public abstract class NotificationTest {

    private static final GreenMail INBOX = new GreenMail(ServerSetup.SMTP.dynamicPort());

    static {
        INBOX.start();
    }

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JavaMailSenderImpl mailSettings;

    @Autowired
    private SteppingClock clock;

    @TestConfiguration
    static class TestClock {

        @Bean
        SteppingClock clock() {
            return new SteppingClock();
        }
    }

    @BeforeEach
    void beginWithNothing() {
        clear();
        clock.set(Story.NOW);
        sendTo(INBOX.getSmtp().getPort());
    }

    @AfterEach
    void answerAgain() {
        sendTo(INBOX.getSmtp().getPort());
    }

    protected GreenMail inbox() {
        return INBOX;
    }

    protected void sendTo(int port) {
        mailSettings.setHost("127.0.0.1");
        mailSettings.setPort(port);
    }

    protected void clear() {
        jdbc.sql("truncate mail, standing").update();
        try {
            INBOX.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    protected Instant now() {
        return clock.instant();
    }

    protected void later(Duration duration) {
        clock.step(duration);
    }
}
