package org.houselights.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.houselights.notification.mail.Refusal.Remedy;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The SMTP server that takes our mail, as set up by {@code spring.mail}. */
@Component
class MailServer {

    private static final int LONGEST_WORDS = 500;
    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl settings;

    MailServer(JavaMailSenderImpl settings) {
        // Or else each part of each message looks for it in all jars.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        settings.getJavaMailProperties().put("mail.smtp.socketFactory", new PromptSockets());
        this.settings = settings;
    }

    MimeMessage newMessage() {
        return settings.createMimeMessage();
    }

    Line line() {
        return new Line();
    }

    /** One connection: opened by the first message, kept for the next, replaced after a failure. For one thread. */
    final class Line implements AutoCloseable {

        private @Nullable Transport transport;

        private Line() {}

        /** Returns once the server accepted the message. */
        void send(MimeMessage message) throws Refusal {
            Transport open = connected();
            try {
                open.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException e) {
                hangUp();
                boolean forGood = e instanceof SendFailedException && replyCode(e) >= PERMANENT;
                throw new Refusal(forGood ? Remedy.GIVE_UP : Remedy.TRY_LATER, words(e), e);
            }
        }

        private Transport connected() throws Refusal {
            if (transport != null) {
                return transport;
            }
            try {
                Transport fresh = settings.getSession()
                        .getTransport(Objects.requireNonNullElse(
                                settings.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL));
                fresh.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
                transport = fresh;
                return fresh;
            } catch (MessagingException e) {
                throw new Refusal(Remedy.WAIT_FOR_THE_SERVER, words(e), e);
            }
        }

        @Override
        public void close() {
            hangUp();
        }

        /** Until there is something to say again. */
        void hangUp() {
            Transport open = transport;
            transport = null;
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException e) {
                    // It is gone either way, and what it accepted stays accepted.
                }
            }
        }
    }

    /** The reply to the recipient says more than the reply to the message, so the innermost code counts. */
    private static int replyCode(MessagingException failure) {
        int code = 0;
        for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            code = switch (next) {
                case SMTPSendFailedException refused -> refused.getReturnCode();
                case SMTPAddressFailedException refused -> refused.getReturnCode();
                case SMTPSenderFailedException refused -> refused.getReturnCode();
                default -> code;
            };
        }
        return code;
    }

    private static String words(MessagingException failure) {
        String words = failure.getMessage();
        for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            words = next.getMessage() == null ? words : next.getMessage();
        }
        String line = Objects.requireNonNullElse(words, failure.getClass().getSimpleName())
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS);
    }
}
