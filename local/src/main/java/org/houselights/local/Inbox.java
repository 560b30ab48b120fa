package org.houselights.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Takes every mail that is sent on this machine, whoever it is for, and keeps it as a file. */
public final class Inbox implements AutoCloseable {

    private static final String SUFFIX = ".eml";

    private final GreenMail server;
    private final Path directory;
    private final Clock clock;
    private final ConcurrentNavigableMap<Long, KeptMail> mails = new ConcurrentSkipListMap<>();

    private Inbox(GreenMail server, Path directory, Clock clock) {
        this.server = server;
        this.directory = directory;
        this.clock = clock;
    }

    /** Opens the mail server on {@code port} with what earlier runs left in {@code directory}. */
    static Inbox open(Path directory, int port, Clock clock) {
        var server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        var inbox = new Inbox(server, directory, clock);
        inbox.readWhatIsThere();
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> inbox.new Slot(recipient));
        server.start();
        return inbox;
    }

    private void readWhatIsThere() {
        try {
            Files.createDirectories(directory);
            try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    long id = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
                    mails.put(id, KeptMail.read(id, file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All mails, the newest first. */
    List<KeptMail> newestFirst() {
        return List.copyOf(mails.descendingMap().values());
    }

    Optional<KeptMail> mail(long id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** Ids grow with time and tell it: milliseconds, moved on where two mails come in the same one. */
    private synchronized void keep(MimeMessage message) {
        long id = Math.max(clock.millis(), mails.isEmpty() ? 0 : mails.lastKey() + 1);
        Path file = directory.resolve(id + SUFFIX);
        Path unfinished = directory.resolve(id + ".part");
        try {
            try (var out = Files.newOutputStream(unfinished)) {
                message.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that can't be written down", e);
        }
        mails.put(id, KeptMail.read(id, file));
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The mailbox of anybody: what arrives in it is kept by the inbox and not a second time in memory. */
    private final class Slot implements GreenMailUser {

        private final MailAddress owner;

        Slot(MailAddress owner) {
            this.owner = owner;
        }

        @Override
        public void deliver(MovingMessage mail) {
            keep(mail.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            keep(message);
        }

        @Override
        public String getEmail() {
            return owner.getEmail();
        }

        @Override
        public String getLogin() {
            return owner.getEmail();
        }

        @Override
        public String getQualifiedMailboxName() {
            return owner.getEmail();
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void create() {
            // There is nothing to prepare: mail goes to files.
        }

        @Override
        public void delete() {
            // And nothing to clear away.
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException("Nobody signs in here");
        }

        @Override
        public void authenticate(String password) {
            throw new UnsupportedOperationException("Nobody signs in here");
        }
    }
}
