package org.houselights.ticketing.presale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How pre-sales stand. */
@Tag(name = "pre-sales")
@RestController
@RequestMapping("/api/presales")
class PresaleController {

    private final Presales presales;
    private final FindPresale find;

    PresaleController(Presales presales, FindPresale find) {
        this.presales = presales;
        this.find = find;
    }

    @Operation(
            summary = "Pre-sales by the start of their show",
            description =
                    "Those in the named states; of all states unless told. With ids, the pre-sales of these screenings, at most "
                            + "100 at once, as a plain list; those that have none are left out.")
    @GetMapping
    @Allow(Who.ANYONE)
    PageOf<PresaleView> list(@RequestParam(required = false) @Nullable Set<PresaleStatus> status, Paging paging) {
        Page<Presale> page = presales.findByStatusInOrderByStartsAtAscScreeningIdAsc(
                status == null || status.isEmpty() ? Arrays.asList(PresaleStatus.values()) : status,
                PageRequest.of(paging.page(), paging.size()));
        return PageOf.of(page.map(PresaleView::of).getContent(), paging, page.getTotalElements());
    }

    @Operation(summary = "The pre-sales of these screenings")
    @GetMapping(params = "ids")
    @Allow(Who.ANYONE)
    List<PresaleView> some(@RequestParam @Size(max = 100) List<UUID> ids) {
        return presales.findAll(ids.toArray(UUID[]::new)).stream()
                .map(PresaleView::of)
                .toList();
    }

    @Operation(summary = "How the pre-sale of a screening stands")
    @GetMapping("/{screeningId}")
    @Allow(Who.ANYONE)
    PresaleView one(@PathVariable UUID screeningId) {
        return PresaleView.of(find.find(screeningId));
    }
}
