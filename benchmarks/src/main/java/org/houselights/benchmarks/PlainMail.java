package org.houselights.benchmarks;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Mail as fast as the mail library sends it: nothing is looked up, written or remembered. */
final class PlainMail {

    private static final int CONNECTIONS = 8;
    private static final int LINE = 78;

    private final int port;

    PlainMail(int port) {
        this.port = port;
    }

    /** @param size bytes of each */
    void send(int count, int size) {
        AtomicInteger left = new AtomicInteger(count);
        Callable<?> sender = () -> {
            send(left, size);
            return null;
        };
        SideBySide.run(Collections.nCopies(CONNECTIONS, sender), "A mail was not taken");
    }

    private void send(AtomicInteger left, int size) throws MessagingException, IOException {
        Session session = Session.getInstance(new Properties());
        MimeMessage message = message(session, size);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                SMTPTransport connection = (SMTPTransport) session.getTransport("smtp")) {
            socket.setTcpNoDelay(true);
            connection.connect(socket);
            while (left.getAndDecrement() > 0) {
                connection.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    private static MimeMessage message(Session session, int size) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("no-reply@houselights.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ann@example.org"));
        message.setSubject("Tickets");
        message.setText(("x".repeat(LINE - 2) + "\r\n").repeat(size / LINE));
        message.saveChanges();
        return message;
    }
}
