package org.houselights.notification.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who was sent what, when, and what failed: for operators. */
@RestController
@RequestMapping("/api/mails")
class MailsApi {

    private final Mails mails;
    private final ResendMail resend;

    MailsApi(Mails mails, ResendMail resend) {
        this.mails = mails;
        this.resend = resend;
    }

    /** Newest first. */
    @GetMapping
    @Allow(Who.OPERATOR)
    PageOf<MailView> list(
            @RequestParam(required = false) @Nullable UUID screeningId,
            @RequestParam(required = false) @Nullable MailStatus status,
            @RequestParam(required = false) @Nullable MailKind kind,
            @RequestParam(required = false) @Nullable String recipient,
            Paging paging) {
        MailFilter filter = new MailFilter(
                screeningId, status, kind, recipient == null ? null : recipient.toLowerCase(Locale.ROOT), null);
        return PageOf.of(mails.list(filter, paging.size(), paging.offset()), paging, mails.count(filter))
                .map(MailView::of);
    }

    @GetMapping("/{id}")
    @Allow(Who.OPERATOR)
    MailView show(@PathVariable UUID id) {
        return mails.find(id).map(MailView::of).orElseThrow(() -> Problems.notFound("mail"));
    }

    /** Sends a failed or waiting mail now, and a sent one as a new copy. */
    @PostMapping("/{id}/resend")
    @Allow(Who.OPERATOR)
    MailView resend(@PathVariable UUID id) {
        return MailView.of(resend.resend(id));
    }

    /**
     * A mail without its words: these hold links that only their reader may follow.
     *
     * @param nextAttemptAt when it is tried next; none once it is sent, failed or outdated
     * @param why what the mail server said, or why it isn't sent
     */
    record MailView(
            UUID id,
            MailKind kind,
            UUID subjectId,
            long revision,
            @Nullable UUID screeningId,
            String recipient,
            String recipientName,
            String locale,
            MailStatus status,
            @Nullable String subject,
            @Nullable String why,
            int attempts,
            int copies,
            Instant happenedAt,
            Instant writtenAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt) {

        static MailView of(Mail mail) {
            return new MailView(
                    mail.id(),
                    mail.kind(),
                    mail.subjectId(),
                    mail.revision(),
                    mail.screeningId(),
                    mail.recipient().email(),
                    mail.recipient().name(),
                    mail.recipient().locale(),
                    mail.status(),
                    mail.subjectLine(),
                    mail.why(),
                    mail.attempts(),
                    mail.copy() + 1,
                    mail.happenedAt(),
                    mail.writtenAt(),
                    mail.status() == MailStatus.WAITING ? mail.dueAt() : null,
                    mail.sentAt());
        }
    }
}
