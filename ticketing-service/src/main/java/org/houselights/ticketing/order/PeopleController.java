package org.houselights.ticketing.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Money;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Who;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who is coming: for the screening's host and for operators. */
@Tag(name = "orders")
@RestController
class PeopleController {

    private final Orders orders;
    private final FindPresale presales;

    PeopleController(Orders orders, FindPresale presales) {
        this.orders = orders;
        this.presales = presales;
    }

    @Operation(summary = "Who is coming", description = "For the screening's host and for operators.")
    @GetMapping("/api/presales/{screeningId}/orders")
    @Allow(Who.SIGNED_IN)
    PageOf<Person> people(@PathVariable UUID screeningId, Caller caller, Paging paging) {
        boolean host = presales.find(screeningId).hostId().equals(caller.personId());
        if (!host && !caller.is(Role.OPERATOR)) {
            throw Problems.notFound("pre-sale");
        }
        Page<Order> page = orders.findByScreeningIdOrderByPlacedAtAscIdAsc(
                screeningId, PageRequest.of(paging.page(), paging.size()));
        return PageOf.of(page.map(Person::of).getContent(), paging, page.getTotalElements());
    }

    /** @param seats tickets of the order, companions included */
    record Person(UUID orderId, String name, int seats, OrderStatus status, Money amount, Instant placedAt) {

        static Person of(Order order) {
            return new Person(
                    order.id(),
                    order.name(),
                    order.basket().tickets(),
                    order.status(),
                    order.amount(),
                    order.placedAt());
        }
    }
}
