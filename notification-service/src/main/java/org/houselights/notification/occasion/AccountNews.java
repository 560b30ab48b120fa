package org.houselights.notification.occasion;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.Envelope;
import org.houselights.messaging.EventHandlers;
import org.houselights.messaging.Inbox;
import org.houselights.notification.mail.Facts;
import org.houselights.notification.mail.Facts.SignIn;
import org.houselights.notification.mail.MailKind;
import org.houselights.notification.mail.Notice;
import org.houselights.notification.mail.Recipient;
import org.houselights.notification.mail.WriteMails;
import org.houselights.notification.occasion.AccountEvent.SessionsRevoked;
import org.houselights.notification.occasion.AccountEvent.SignInRequested;
import org.houselights.web.SessionRevocations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Sends people the link they sign in with, and learns whose sessions are over. */
@Component
class AccountNews {

    static final String TOPIC = "account-events";
    private static final String TYPE = "org.houselights.";

    private final Inbox inbox;
    private final WriteMails mails;
    private final EventHandlers occasions;

    AccountNews(Inbox inbox, WriteMails mails, SessionRevocations revocations) {
        this.inbox = inbox;
        this.mails = mails;
        this.occasions = EventHandlers.of("notification")
                .on(TYPE + "SignInRequested", SignInRequested.class, this::sendLink)
                .on(
                        TYPE + "SessionsRevoked",
                        SessionsRevoked.class,
                        (event, _) -> revocations.record(event.personId(), event.notBefore()));
    }

    @KafkaListener(topics = TOPIC, groupId = "notification")
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, occasions);
    }

    private void sendLink(SignInRequested event, Envelope envelope) {
        mails.write(List.of(new Notice(
                MailKind.SIGN_IN_LINK,
                envelope.id(),
                0,
                Recipient.of(Objects.requireNonNullElse(event.name(), ""), event.email(), event.locale()),
                null,
                envelope.sequence(),
                envelope.time(),
                Facts.of(new SignIn(event.link(), event.expiresAt())),
                event.expiresAt(),
                null)));
    }
}
