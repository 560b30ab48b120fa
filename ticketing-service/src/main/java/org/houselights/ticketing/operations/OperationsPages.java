package org.houselights.ticketing.operations;

import jakarta.validation.Validator;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.houselights.messaging.DeadLetters;
import org.houselights.messaging.ParkedKeys;
import org.houselights.ticketing.collection.ProviderPause;
import org.houselights.ticketing.order.PaymentTroubles;
import org.houselights.ticketing.order.RetryRefund;
import org.houselights.ticketing.order.SettleRefundByHand;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
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

/** For operators: the payments and the events that need a hand. */
@Controller
@RequestMapping("/operations/ticketing")
class OperationsPages {

    private static final int AT_MOST = 100;

    /** A provider that works answers sooner, so that what takes longer is worth a look. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    private final PaymentTroubles troubles;
    private final RetryRefund retry;
    private final SettleRefundByHand settle;
    private final ProviderPause pause;
    private final DeadLetters deadLetters;
    private final ParkedKeys parkedKeys;
    private final Validator validator;
    private final Clock clock;

    OperationsPages(
            PaymentTroubles troubles,
            RetryRefund retry,
            SettleRefundByHand settle,
            ProviderPause pause,
            DeadLetters deadLetters,
            ParkedKeys parkedKeys,
            Validator validator,
            Clock clock) {
        this.troubles = troubles;
        this.retry = retry;
        this.settle = settle;
        this.pause = pause;
        this.deadLetters = deadLetters;
        this.parkedKeys = parkedKeys;
        this.validator = validator;
        this.clock = clock;
    }

    @GetMapping
    @Allow(Who.OPERATOR)
    String operations(@RequestParam(required = false) @Nullable String done, Model model) {
        Instant tooLong = clock.instant().minus(USUAL);
        model.addAttribute("done", done);
        model.addAttribute("paused", !pause.isOver());
        model.addAttribute("refused", troubles.refundsRefused(AT_MOST));
        model.addAttribute("refunds", troubles.refundsStuck(tooLong, AT_MOST));
        model.addAttribute("charges", troubles.chargesStuck(tooLong, AT_MOST));
        model.addAttribute("cards", troubles.cardsFailed(AT_MOST));
        model.addAttribute("settled", troubles.settledByHand(AT_MOST));
        model.addAttribute("deadLetters", deadLetters.waiting(AT_MOST));
        model.addAttribute("parkedKeys", parkedKeys.list(AT_MOST));
        return "operations/ticketing";
    }

    @PostMapping("/refunds/{orderId}/retry")
    @Allow(Who.OPERATOR)
    String retry(@PathVariable UUID orderId) {
        return back("RETRIED", () -> retry.retry(orderId));
    }

    @PostMapping("/refunds/{orderId}/settle")
    @Allow(Who.OPERATOR)
    String settle(@PathVariable UUID orderId, @RequestParam(required = false) @Nullable String note, Caller caller) {
        String how = Normalizer.normalize(Optional.ofNullable(note).orElse("").strip(), Normalizer.Form.NFC);
        if (!validator.validate(new PaymentOperations.Settlement(how)).isEmpty()) {
            return "redirect:/operations/ticketing?done=NOTE_MISSING";
        }
        return back("SETTLED", () -> settle.settle(orderId, caller, how));
    }

    private static String back(String done, Runnable work) {
        try {
            work.run();
            return "redirect:/operations/ticketing?done=" + done;
        } catch (ProblemException refused) {
            return "redirect:/operations/ticketing?done=GONE";
        }
    }
}
