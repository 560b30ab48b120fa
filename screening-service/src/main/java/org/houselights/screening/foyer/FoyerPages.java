package org.houselights.screening.foyer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.foyer.Listings.Wish;
import org.houselights.screening.progress.Progresses;
import org.houselights.screening.proposal.PublicScreenings;
import org.houselights.screening.proposal.ScreeningStatus;
import org.houselights.screening.proposal.ScreeningView;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Paging;
import org.houselights.web.PlainText;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.houselights.web.page.AskedAgain;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that everybody may read. */
@Controller
class FoyerPages {

    private static final int SHOWN = 24;
    private static final int PAST_SHOWN = 12;
    private static final int FILMS_SHOWN = 6;

    private final Listings listings;
    private final Catalogue catalogue;
    private final PublicScreenings screenings;
    private final Progresses progresses;

    FoyerPages(Listings listings, Catalogue catalogue, PublicScreenings screenings, Progresses progresses) {
        this.listings = listings;
        this.catalogue = catalogue;
        this.screenings = screenings;
        this.progresses = progresses;
    }

    @Allow(Who.ANYONE)
    @AskedAgain
    @GetMapping("/")
    String home(
            @RequestParam(name = "q", required = false) @PlainText(max = 100, optional = true) @Nullable String words,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Wish wish = new Wish(null, words == null || words.isBlank() ? null : words.strip(), day);
        model.addAttribute("wish", wish);
        model.addAttribute("listings", listings.coming(wish, new Paging(page, SHOWN)));
        model.addAttribute("films", wish.isAny() ? catalogue.someFilms(FILMS_SHOWN) : List.of());
        return "foyer/home";
    }

    @Allow(Who.ANYONE)
    @AskedAgain
    @GetMapping("/films")
    String films(
            @RequestParam(name = "q", required = false) @PlainText(max = 100, optional = true) @Nullable String words,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("words", words);
        model.addAttribute("films", catalogue.films(words, new Paging(page, SHOWN)));
        return "foyer/films";
    }

    @Allow(Who.ANYONE)
    @AskedAgain
    @GetMapping("/films/{id}")
    String film(@PathVariable UUID id, Model model) {
        Film film = catalogue.film(id).orElseThrow(() -> Problems.notFound("film"));
        model.addAttribute("film", film);
        model.addAttribute("listings", listings.coming(new Wish(id, null, null), new Paging(0, SHOWN)));
        model.addAttribute("past", listings.held(id, PAST_SHOWN));
        return "foyer/film";
    }

    /** Those involved in a proposal that is not on sale yet are led to where they work on it. */
    @Allow(Who.ANYONE)
    @AskedAgain
    @GetMapping("/screenings/{id}")
    String screening(@PathVariable UUID id, @Nullable Caller caller, Model model) {
        ScreeningView screening = screenings.show(id, caller);
        if (!ScreeningStatus.isPublic(screening.status())) {
            boolean host = caller != null && screening.host().id().equals(caller.personId());
            return (host ? "redirect:/host/screenings/" : "redirect:/distributor/screenings/") + id;
        }
        Listing listing = new Listing(screening, progresses.of(id).orElse(null));
        model.addAttribute("screening", screening);
        model.addAttribute("progress", listing.progress());
        model.addAttribute("film", catalogue.film(screening.film().id()).orElseThrow());
        model.addAttribute("listing", listing);
        model.addAttribute("hosting", caller != null && screening.host().id().equals(caller.personId()));
        return "foyer/screening";
    }
}
