package org.houselights.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was received.
 *
 * @param id the time it came in, in milliseconds
 * @param attachments everything that is not the text itself, images shown within it included
 */
record KeptMail(
        long id,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        List<Attachment> attachments,
        Path file) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')\\]]+");

    /** @param contentId how the HTML refers to it, if it does */
    record Attachment(String name, String type, @Nullable String contentId, ByteBuffer content) {}

    Instant receivedAt() {
        return Instant.ofEpochMilli(id);
    }

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }

    /** The addresses of pages named in the text, in its order. */
    Set<String> links() {
        var links = new LinkedHashSet<String>();
        LINK.matcher(text.isEmpty() ? html.replace("&amp;", "&") : text)
                .results()
                .map(match -> match.group().replaceAll("[.,;:!?]+$", ""))
                .forEach(links::add);
        return links;
    }

    String source() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeptMail read(long id, Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(null, in);
            var content = new Content();
            content.collect(message);
            return new KeptMail(
                    id,
                    addresses(message.getFrom()).findFirst().orElse("(nobody)"),
                    Stream.of(Message.RecipientType.TO, Message.RecipientType.CC)
                            .flatMap(type -> recipients(message, type))
                            .toList(),
                    message.getSubject() == null ? "(no subject)" : message.getSubject(),
                    content.text.toString(),
                    content.html.toString(),
                    headers(message),
                    content.attachments,
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file + " is no mail", e);
        }
    }

    private static Stream<String> recipients(MimeMessage message, Message.RecipientType type) {
        try {
            return addresses(message.getRecipients(type));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? Stream.empty()
                : Stream.of(addresses)
                        .map(address ->
                                address instanceof InternetAddress mail ? mail.getAddress() : address.toString());
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, String>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), header.getValue(), (one, other) -> one + "\n" + other);
        }
        return headers;
    }

    /** Goes through the parts of a mail. */
    private static final class Content {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
            if (!attached && part.isMimeType("text/plain")) {
                text.append(part.getContent());
            } else if (!attached && part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("multipart/*")) {
                var parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    collect(parts.getBodyPart(i));
                }
            } else {
                attachments.add(attachment(part));
            }
        }

        private Attachment attachment(Part part) throws MessagingException, IOException {
            String type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            String name = part.getFileName() == null ? "part-" + (attachments.size() + 1) : part.getFileName();
            String[] contentId = part instanceof BodyPart body ? body.getHeader("Content-ID") : null;
            return new Attachment(
                    name,
                    type,
                    contentId == null ? null : contentId[0].replaceAll("[<>]", ""),
                    ByteBuffer.wrap(part.getInputStream().readAllBytes()).asReadOnlyBuffer());
        }
    }
}
