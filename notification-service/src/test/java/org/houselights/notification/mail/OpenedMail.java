package org.houselights.notification.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A message taken apart: its texts, its pictures by content id, its calendar entry. */
public record OpenedMail(MimeMessage message, String text, String html, Map<String, byte[]> pictures, String calendar) {

    public static OpenedMail open(MimeMessage message) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            collect(message, parts);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> pictures = new LinkedHashMap<>(parts);
        pictures.keySet().removeIf(name -> !name.startsWith("cid:"));
        return new OpenedMail(
                message, text(parts, "text/plain"), text(parts, "text/html"), pictures, text(parts, "text/calendar"));
    }

    private static String text(Map<String, byte[]> parts, String type) {
        return Optional.ofNullable(parts.get(type))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .orElse("");
    }

    private static void collect(Part part, Map<String, byte[]> parts) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            Multipart several = (Multipart) part.getContent();
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart inner = several.getBodyPart(i);
                collect(inner, parts);
            }
            return;
        }
        String name = part.isMimeType("image/*")
                ? "cid:" + part.getHeader("Content-ID")[0].replaceAll("[<>]", "")
                : part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        try (InputStream content = part.getInputStream()) {
            parts.put(name, content.readAllBytes());
        }
    }
}
