package org.houselights.screening.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.PlainText;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Venues and their auditoria. */
@Tag(name = "catalogue")
@RestController
@RequestMapping("/api/venues")
class VenueController {

    private final Venues venues;
    private final EnterVenue enter;

    VenueController(Venues venues, EnterVenue enter) {
        this.venues = venues;
        this.enter = enter;
    }

    @Operation(
            summary = "Enters a venue with its auditoria or replaces it; the same body again changes nothing",
            description = "Screenings that were proposed before keep the place and the terms of their time.")
    @Allow(Who.OPERATOR)
    @PutMapping("/{id}")
    Venue enter(@PathVariable UUID id, @Valid @RequestBody VenueDetails body) {
        return enter.as(id, body);
    }

    @Operation(summary = "One venue")
    @Allow(Who.ANYONE)
    @GetMapping("/{id}")
    Venue one(@PathVariable UUID id) {
        return venues.find(id).orElseThrow(() -> Problems.notFound("venue"));
    }

    @Operation(summary = "Venues by name", description = "query finds part of the name, the address or the city.")
    @Allow(Who.ANYONE)
    @GetMapping
    PageOf<Venue> list(
            @RequestParam(required = false) @PlainText(max = 100, optional = true) @Nullable String query,
            @RequestParam(required = false) @PlainText(max = 100, optional = true) @Nullable String city,
            @RequestParam(required = false) @Nullable Territory country,
            Paging paging) {
        return venues.list(query, city, country, paging);
    }
}
