package org.houselights.notification.mail;

import static org.thymeleaf.spring6.expression.ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.houselights.web.HouseSettings;
import org.houselights.web.MailAddress;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContextWrapper;

/** Makes of a mail the message that goes over the wire. Every header is written by the mail library, which encodes it. */
@Component
class ComposeMessage {

    private static final String SENDER_NAME = "Houselights";

    private final WriteLetter write;
    private final ITemplateEngine templates;
    private final MailServer server;
    private final MailSettings settings;
    private final String domain;

    ComposeMessage(
            WriteLetter write,
            @Qualifier("mailTemplateEngine") ITemplateEngine templates,
            MailServer server,
            MailSettings settings,
            HouseSettings house) {
        this.write = write;
        this.templates = templates;
        this.server = server;
        this.settings = settings;
        this.domain = Objects.requireNonNullElse(house.publicUrl().getHost(), "localhost");
    }

    public MimeMessage message(Mail mail, Instant now) throws MessagingException {
        Letter letter = write.letter(mail);
        MimeMessage message = server.newMessage();
        MimeMessageHelper parts = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(address(settings.from(), SENDER_NAME));
        parts.setReplyTo(replyTo(mail));
        parts.setTo(address(mail.recipient().email(), mail.recipient().name()));
        parts.setSubject(letter.subject());
        parts.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", letter.locale().toLanguageTag());
        parts.setText(set("letter.txt", letter), set("letter.html", letter));
        for (Letter.Pass pass : letter.passes()) {
            parts.addInline(pass.contentId(), new ByteArrayResource(new QrCode(pass.code()).png()), "image/png");
        }
        CalendarEntry entry = CalendarEntry.of(mail, domain);
        if (entry != null) {
            byte[] ics = entry.ics(WriteLetter.place(entry.screening().venue()), letter.title());
            parts.addAttachment(
                    "screening.ics", new ByteArrayResource(ics), "text/calendar; charset=UTF-8; method=PUBLISH");
        }
        message.saveChanges();
        // After saveChanges(), which would put a random one in its place.
        message.setHeader("Message-ID", mail.messageId(domain));
        return message;
    }

    private String set(String template, Letter letter) {
        Context context = new Context(letter.locale());
        context.setVariable("letter", letter);
        context.setVariable(THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, expressions());
        return templates.process(template, context);
    }

    /** One for all expressions of a template, which otherwise make several. */
    private static EvaluationContext expressions() {
        StandardEvaluationContext expressions = new StandardEvaluationContext();
        expressions.addPropertyAccessor(RecordComponents.OF_ALL_RECORDS);
        return new ThymeleafEvaluationContextWrapper(expressions);
    }

    /** A host and a distributor can answer each other, and an attendee a host who wants it; everybody else reaches the people of the house. */
    private InternetAddress replyTo(Mail mail) throws MessagingException {
        return switch (mail.kind()) {
            case PROPOSAL_WAITING -> address(mail.facts().theScreening().host());
            case CHANGES_ASKED, PROPOSAL_DECLINED -> {
                List<Facts.Person> decided = mail.facts().theScreening().film().distributor().contacts().stream()
                        .filter(mail.facts()::wasDecidedBy)
                        .toList();
                yield decided.isEmpty() ? address(settings.replyTo(), SENDER_NAME) : address(decided.getFirst());
            }
            case HOST_MESSAGE -> {
                String given = mail.facts().theMessage().replyTo();
                yield given == null
                        ? address(settings.replyTo(), SENDER_NAME)
                        : address(given, mail.facts().theScreening().host().name());
            }
            default -> address(settings.replyTo(), SENDER_NAME);
        };
    }

    private static InternetAddress address(Facts.Person person) throws MessagingException {
        return address(person.email(), person.name());
    }

    private static InternetAddress address(String email, String name) throws MessagingException {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The name holds a line break or another control character.");
        }
        try {
            return new InternetAddress(new MailAddress(email).value(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }
}
