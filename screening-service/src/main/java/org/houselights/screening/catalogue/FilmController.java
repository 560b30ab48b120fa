package org.houselights.screening.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
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

/** Films and the terms on which they may be shown. */
@Tag(name = "catalogue")
@RestController
@RequestMapping("/api/films")
class FilmController {

    private final Films films;
    private final EnterFilm enter;

    FilmController(Films films, EnterFilm enter) {
        this.films = films;
        this.enter = enter;
    }

    @Operation(
            summary = "Enters a film or replaces it; the same body again changes nothing",
            description =
                    "Screenings that were proposed before keep the title, the length and the terms of their time.")
    @Allow({Who.DISTRIBUTOR, Who.OPERATOR})
    @PutMapping("/{id}")
    Film enter(@PathVariable UUID id, @Valid @RequestBody FilmDetails body, Caller caller) {
        return enter.as(id, body, caller);
    }

    @Operation(summary = "One film")
    @Allow(Who.ANYONE)
    @GetMapping("/{id}")
    Film one(@PathVariable UUID id) {
        return films.find(id).orElseThrow(() -> Problems.notFound("film"));
    }

    @Operation(
            summary = "Films by title",
            description = "query finds part of any title; territory leaves the films that are licensed there.")
    @Allow(Who.ANYONE)
    @GetMapping
    PageOf<Film> list(
            @RequestParam(required = false) @PlainText(max = 100, optional = true) @Nullable String query,
            @RequestParam(required = false) @Nullable UUID companyId,
            @RequestParam(required = false) @Nullable Territory territory,
            Paging paging) {
        return films.list(query, companyId, territory, paging);
    }
}
