package org.houselights.notification.mail;

import java.util.Locale;
import java.util.UUID;
import org.houselights.notification.mail.Facts.Screening;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.RateLimits;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The delivery board of a screening: who was sent what, when, and what failed. For its host, its distributor and operators. */
@Controller
@RequestMapping("/deliveries/{screeningId}")
class DeliveryPages {

    private final Mails mails;
    private final ResendMail resend;
    private final RateLimits limits;

    DeliveryPages(Mails mails, ResendMail resend, RateLimits limits) {
        this.mails = mails;
        this.resend = resend;
        this.limits = limits;
    }

    /**
     * What the board is narrowed to.
     *
     * @param to part of a name; an operator may also give a whole address
     */
    record Wanted(@Nullable MailStatus status, @Nullable String to) {

        MailFilter of(UUID screeningId, Beholder beholder) {
            if (to == null || to.isBlank() || !beholder.maySearch()) {
                return new MailFilter(screeningId, status, null, null, null);
            }
            String text = to.strip();
            return beholder == Beholder.OPERATOR && text.contains("@")
                    ? new MailFilter(screeningId, status, null, text.toLowerCase(Locale.ROOT), null)
                    : new MailFilter(screeningId, status, null, null, text);
        }
    }

    @GetMapping
    @Allow(Who.SIGNED_IN)
    String board(
            @PathVariable UUID screeningId,
            @ModelAttribute("wanted") Wanted wanted,
            @RequestParam(required = false) @Nullable String done,
            Paging paging,
            Caller caller,
            Model model) {
        Screening screening = require(screeningId);
        Beholder beholder = Beholder.of(screening, caller);
        MailFilter filter = wanted.of(screeningId, beholder);
        model.addAttribute("screening", screening);
        model.addAttribute("beholder", beholder);
        model.addAttribute("tally", mails.tally(screeningId));
        model.addAttribute("statuses", MailStatus.values());
        model.addAttribute("done", done);
        model.addAttribute(
                "deliveries",
                PageOf.of(mails.list(filter, paging.size(), paging.offset()), paging, mails.count(filter))
                        .map(mail -> Delivery.seenBy(beholder, mail)));
        return "mail/deliveries";
    }

    /** Sends a failed or waiting mail now, and a sent one as a new copy. */
    @PostMapping("/{mailId}/resend")
    @Allow(Who.SIGNED_IN)
    String resend(@PathVariable UUID screeningId, @PathVariable UUID mailId, Caller caller) {
        Beholder beholder = Beholder.of(require(screeningId), caller);
        if (!mails.find(mailId)
                .map(Mail::screeningId)
                .filter(screeningId::equals)
                .isPresent()) {
            throw Problems.notFound("mail");
        }
        return "redirect:/deliveries/%s?done=%s".formatted(screeningId, sendAgain(mailId, beholder));
    }

    /** @return what the page says to it */
    private String sendAgain(UUID mailId, Beholder beholder) {
        try {
            if (beholder != Beholder.OPERATOR) {
                limits.take("resend-mail", mailId.toString());
            }
            resend.resend(mailId);
            return "RESENT";
        } catch (ProblemException refused) {
            return refused.slug();
        }
    }

    private Screening require(UUID screeningId) {
        return mails.screening(screeningId).orElseThrow(() -> Problems.notFound("screening"));
    }
}
