package org.houselights.ticketing.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Network;
import org.houselights.web.PlainText;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a buyer does, without an account: orders, and then whatever the order's own link opens. */
@Tag(name = "orders")
@RestController
@RequestMapping("/api")
class OrderController {

    private static final String KEY = "Idempotency-Key";

    private final OrderEntrance entrance;
    private final PlaceOrder place;
    private final AlterOrder alter;
    private final CancelOrder cancel;
    private final ReplaceCard replaceCard;
    private final ShowOrder show;
    private final OrderLinks links;
    private final OrderLimits limits;

    OrderController(
            OrderEntrance entrance,
            PlaceOrder place,
            AlterOrder alter,
            CancelOrder cancel,
            ReplaceCard replaceCard,
            ShowOrder show,
            OrderLinks links,
            OrderLimits limits) {
        this.entrance = entrance;
        this.place = place;
        this.alter = alter;
        this.cancel = cancel;
        this.replaceCard = replaceCard;
        this.show = show;
        this.links = links;
        this.limits = limits;
    }

    @Operation(
            summary = "Orders tickets",
            description = "A pledge while the pre-sale is open; a purchase, charged at once, from then on.")
    @PostMapping("/presales/{screeningId}/orders")
    @Allow(Who.ANYONE)
    ResponseEntity<OrderView> place(
            @PathVariable UUID screeningId,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody @Valid NewOrder wanted,
            Network network) {
        try (var _ = entrance.enter(screeningId)) {
            limits.take(wanted, network);
            OrderView order = place.place(screeningId, wanted, key);
            return ResponseEntity.created(URI.create("/api/orders/" + order.token()))
                    .body(order);
        }
    }

    @Operation(summary = "How an order stands, with its tickets once they are issued")
    @GetMapping("/orders/{token}")
    @Allow(Who.LINK_HOLDER)
    OrderView show(@PathVariable String token) {
        return show.show(links.open(token).id());
    }

    @Operation(summary = "Orders other tickets instead, until the card is charged")
    @PostMapping("/orders/{token}/alter")
    @Allow(Who.LINK_HOLDER)
    OrderView alter(@PathVariable String token, @RequestBody @Valid Alteration alteration) {
        Order order = links.open(token);
        alter.alter(order.screeningId(), order.id(), alteration.tickets());
        return show.show(order.id());
    }

    @Operation(summary = "Cancels an order, until its card is charged")
    @PostMapping("/orders/{token}/cancel")
    @Allow(Who.LINK_HOLDER)
    OrderView cancel(@PathVariable String token) {
        Order order = links.open(token);
        cancel.cancel(order.screeningId(), order.id());
        return show.show(order.id());
    }

    @Operation(summary = "Gives another card", description = "An order whose charge failed is charged with it at once.")
    @PostMapping("/orders/{token}/card")
    @Allow(Who.LINK_HOLDER)
    OrderView replaceCard(
            @PathVariable String token,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody @Valid OtherCard other) {
        Order order = links.open(token);
        replaceCard.replace(order.screeningId(), order.id(), other.card(), key);
        return show.show(order.id());
    }

    record Alteration(
            @NotNull(message = Basket.SIZE) @Size(min = 1, max = Basket.LARGEST, message = Basket.SIZE)
            List<@Valid @NotNull WantedTickets> tickets) {}

    record OtherCard(@PlainText(max = 200) String card) {}
}
