package org.houselights.notification.mail;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.houselights.messaging.DeadLetters;
import org.houselights.messaging.ParkedKeys;
import org.houselights.web.Allow;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.ProblemException;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For operators: the mails and the events that need a hand. */
@Controller
@RequestMapping("/operations/notification")
class OperationsPages {

    private static final int AT_MOST = 100;

    private final Mails mails;
    private final ResendMail resend;
    private final DeadLetters deadLetters;
    private final ParkedKeys parkedKeys;
    private final Clock clock;

    OperationsPages(Mails mails, ResendMail resend, DeadLetters deadLetters, ParkedKeys parkedKeys, Clock clock) {
        this.mails = mails;
        this.resend = resend;
        this.deadLetters = deadLetters;
        this.parkedKeys = parkedKeys;
        this.clock = clock;
    }

    @GetMapping
    @Allow(Who.OPERATOR)
    String operations(@RequestParam(required = false) @Nullable String done, Paging paging, Model model) {
        MailFilter failed = new MailFilter(null, MailStatus.FAILED, null, null, null);
        model.addAttribute("done", done);
        model.addAttribute("backlog", mails.backlog(clock.instant()));
        model.addAttribute("oldest", mails.oldestWaiting().orElse(null));
        model.addAttribute(
                "failed",
                PageOf.of(mails.list(failed, paging.size(), paging.offset()), paging, mails.failed())
                        .map(OperationsPages::shown));
        model.addAttribute("putOff", shown(mails.putOff(AT_MOST)));
        model.addAttribute("deadLetters", deadLetters.waiting(AT_MOST));
        model.addAttribute("parkedKeys", parkedKeys.list(AT_MOST));
        return "operations/notification";
    }

    @PostMapping("/mails/{id}/resend")
    @Allow(Who.OPERATOR)
    String resend(@PathVariable UUID id) {
        try {
            resend.resend(id);
            return "redirect:/operations/notification?done=RESENT";
        } catch (ProblemException refused) {
            return "redirect:/operations/notification?done=" + refused.slug();
        }
    }

    private static List<Delivery> shown(List<Mail> some) {
        return some.stream().map(OperationsPages::shown).toList();
    }

    private static Delivery shown(Mail mail) {
        return Delivery.seenBy(Beholder.OPERATOR, mail);
    }
}
