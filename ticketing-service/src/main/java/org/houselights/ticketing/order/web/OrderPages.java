package org.houselights.ticketing.order.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.houselights.ticketing.order.AlterOrder;
import org.houselights.ticketing.order.CancelOrder;
import org.houselights.ticketing.order.OrderView;
import org.houselights.ticketing.order.ReplaceCard;
import org.houselights.ticketing.order.ShowOrder;
import org.houselights.ticketing.payment.TestCards;
import org.houselights.web.Allow;
import org.houselights.web.HouseSettings;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Secrets;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An order behind its link, which is all that opens it: where it stands, its tickets, and what its buyer may still change. */
@Controller
@RequestMapping("/orders/{token}")
class OrderPages {

    /** What the buyer has just done, said once on the page that follows. */
    enum Done {
        ALTERED,
        CARD,
        CANCELLED,
        /** Sent the form again that placed the order. */
        BEFORE
    }

    /** A form of the page, open while something is wrong with it. */
    private enum Form {
        ALTER,
        CARD,
        CANCEL
    }

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final ShowOrder show;
    private final AlterOrder alter;
    private final CancelOrder cancel;
    private final ReplaceCard replaceCard;
    private final HouseSettings house;
    private final Clock clock;

    OrderPages(
            ShowOrder show,
            AlterOrder alter,
            CancelOrder cancel,
            ReplaceCard replaceCard,
            HouseSettings house,
            Clock clock) {
        this.show = show;
        this.alter = alter;
        this.cancel = cancel;
        this.replaceCard = replaceCard;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping
    @Allow(Who.LINK_HOLDER)
    String order(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            HttpServletResponse response) {
        OrderView order = show.open(token);
        Optional<Done> said = Optional.ofNullable(done).flatMap(OrderPages::done);
        model.addAttribute("done", said.orElse(null));
        return page(order, TicketsForm.of(order.order().tickets()), null, FormErrors.NONE, model, response);
    }

    private static Optional<Done> done(String name) {
        return Stream.of(Done.values()).filter(done -> done.name().equals(name)).findFirst();
    }

    @PostMapping("/alter")
    @Allow(Who.LINK_HOLDER)
    String alter(
            @PathVariable String token,
            @ModelAttribute TicketsForm tickets,
            Model model,
            HttpServletResponse response) {
        OrderView order = show.open(token);
        try {
            alter.alter(
                    order.screeningId(),
                    order.order().id(),
                    tickets.wanted(order.order().amount().currency()));
            return seeOther(token, Done.ALTERED);
        } catch (ProblemException problem) {
            return again(token, tickets, Form.ALTER, problem, model, response);
        }
    }

    @PostMapping("/cancel")
    @Allow(Who.LINK_HOLDER)
    String cancel(@PathVariable String token, Model model, HttpServletResponse response) {
        OrderView order = show.open(token);
        try {
            cancel.cancel(order.screeningId(), order.order().id());
            return seeOther(token, Done.CANCELLED);
        } catch (ProblemException problem) {
            return again(token, TicketsForm.of(order.order().tickets()), Form.CANCEL, problem, model, response);
        }
    }

    @PostMapping("/card")
    @Allow(Who.LINK_HOLDER)
    String replaceCard(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String card,
            Model model,
            HttpServletResponse response) {
        OrderView order = show.open(token);
        try {
            if (card == null || card.isBlank()) {
                throw Problems.invalid("card", Sentence.of("given"));
            }
            replaceCard.replace(order.screeningId(), order.order().id(), card, key);
            return seeOther(token, Done.CARD);
        } catch (ProblemException problem) {
            return again(token, TicketsForm.of(order.order().tickets()), Form.CARD, problem, model, response);
        }
    }

    @GetMapping("/calendar")
    @Allow(Who.LINK_HOLDER)
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        OrderView order = show.open(token);
        String domain = Objects.requireNonNullElse(house.publicUrl().getHost(), "localhost");
        byte[] ics = new CalendarFile(order.show(), order.order(), domain).ics(clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("screening.ics")
                                .build()
                                .toString())
                .body(ics);
    }

    private static String seeOther(String token, Done done) {
        return "redirect:/orders/%s?done=%s".formatted(token, done);
    }

    private String again(
            String token,
            TicketsForm tickets,
            Form form,
            ProblemException problem,
            Model model,
            HttpServletResponse response) {
        response.setStatus(problem.status().value());
        return page(show.open(token), tickets, form, FormErrors.of(problem, tickets::fieldOf), model, response);
    }

    private String page(
            OrderView order,
            TicketsForm tickets,
            @Nullable Form open,
            FormErrors errors,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("view", order);
        model.addAttribute("order", order.order());
        model.addAttribute("show", order.show());
        model.addAttribute("prices", order.prices());
        model.addAttribute("tickets", tickets);
        model.addAttribute(
                "steps", tickets.steps(order.prices(), order.presale().wheelchairPlaces()));
        model.addAttribute(
                "codes",
                order.order().issued().stream()
                        .map(ticket -> QrCode.of(ticket.code()))
                        .toList());
        model.addAttribute("cards", TestCards.tokens());
        model.addAttribute("key", Secrets.next());
        model.addAttribute("open", open);
        model.addAttribute("errors", errors);
        // What is behind the link stays behind it.
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "order/order";
    }
}
