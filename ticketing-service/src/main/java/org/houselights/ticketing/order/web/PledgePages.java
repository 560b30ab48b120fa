package org.houselights.ticketing.order.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.houselights.ticketing.order.FindOwnOrder;
import org.houselights.ticketing.order.NewOrder;
import org.houselights.ticketing.order.OrderEntrance;
import org.houselights.ticketing.order.OrderLimits;
import org.houselights.ticketing.order.OrderView;
import org.houselights.ticketing.order.PlaceOrder;
import org.houselights.ticketing.payment.TestCards;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.Progress;
import org.houselights.web.Allow;
import org.houselights.web.FieldError;
import org.houselights.web.Network;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where people pledge, and buy once the threshold is reached. */
@Controller
@RequestMapping("/presales/{screeningId}")
class PledgePages {

    private final FindPresale presales;
    private final OrderEntrance entrance;
    private final PlaceOrder place;
    private final FindOwnOrder own;
    private final OrderLimits limits;
    private final Validator validator;
    private final Clock clock;

    /** The second click of two waits for what the first one does. */
    private final RetryTemplate patience = new RetryTemplate(RetryPolicy.builder()
            .predicate(failure -> failure instanceof ProblemException problem
                    && problem.slug().equals("still-running"))
            .maxRetries(40)
            .delay(Duration.ofMillis(250))
            .build());

    PledgePages(
            FindPresale presales,
            OrderEntrance entrance,
            PlaceOrder place,
            FindOwnOrder own,
            OrderLimits limits,
            Validator validator,
            Clock clock) {
        this.presales = presales;
        this.entrance = entrance;
        this.place = place;
        this.own = own;
        this.limits = limits;
        this.validator = validator;
        this.clock = clock;
    }

    /** Tickets in the address are chosen already, and added up. */
    @GetMapping
    @Allow(Who.ANYONE)
    String form(
            @PathVariable UUID screeningId,
            @ModelAttribute TicketsForm tickets,
            Model model,
            HttpServletResponse response) {
        // Whoever goes back after a pledge finds the same form, whose key leads to the order that it placed.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        Presale presale = presales.find(screeningId);
        Progress progress = Progress.of(presale, clock.instant());
        BuyerForm buyer = BuyerForm.empty(progress.phase());
        return page(presale, tickets.isUntouched() ? TicketsForm.ONE : tickets, buyer, FormErrors.NONE, model);
    }

    @PostMapping
    @Allow(Who.ANYONE)
    String pledge(
            @PathVariable UUID screeningId,
            @ModelAttribute TicketsForm tickets,
            @ModelAttribute BuyerForm buyer,
            Network network,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Presale presale = presales.find(screeningId);
        try (var _ = entrance.enter(screeningId)) {
            Progress progress = Progress.of(presale, clock.instant());
            NewOrder order = buyer.order(tickets.wanted(presale.prices().full().currency()), language);
            check(order);
            checkPromise(buyer, progress);
            limits.take(order, network);
            OrderView placed = patience.invoke(() -> place.place(screeningId, order, buyer.key()));
            return "redirect:/orders/" + placed.token();
        } catch (ProblemException problem) {
            Optional<OrderView> before = own.of(screeningId, buyer.email(), buyer.key());
            if (before.isPresent()) {
                return "redirect:/orders/%s?done=%s".formatted(before.get().token(), OrderPages.Done.BEFORE);
            }
            response.setStatus(problem.status().value());
            FormErrors errors = FormErrors.of(problem, tickets::fieldOf);
            return page(presales.find(screeningId), tickets, buyer, errors, model);
        }
    }

    private void check(NewOrder order) {
        var wrong = validator.validate(order).stream().map(FieldError::of).toList();
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
    }

    /** Nobody is charged at once who read that nothing is charged yet. */
    private static void checkPromise(BuyerForm buyer, Progress progress) {
        if (progress.phase().charges() && !buyer.charged()) {
            throw Problems.conflict("charged-by-now", Sentence.of("charged-by-now"));
        }
    }

    private String page(Presale presale, TicketsForm tickets, BuyerForm buyer, FormErrors errors, Model model) {
        Progress progress = Progress.of(presale, clock.instant());
        model.addAttribute("progress", progress);
        model.addAttribute("show", presale.show());
        model.addAttribute("prices", presale.prices());
        model.addAttribute("tickets", tickets);
        model.addAttribute(
                "steps", tickets.steps(presale.prices(), presale.facts().wheelchairPlaces()));
        model.addAttribute("total", tickets.total(presale.prices()));
        model.addAttribute("buyer", buyer.shownAgain(progress.phase()));
        model.addAttribute("cards", TestCards.tokens());
        model.addAttribute("errors", errors);
        return "order/pledge";
    }
}
