package org.houselights.screening.distributor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.screening.catalogue.EnterFilm;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.catalogue.FilmDetails;
import org.houselights.screening.form.TypedForm;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Ids;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The films of a company and everything that their pages tell. */
@Controller
class FilmPages {

    private final Catalogue catalogue;
    private final EnterFilm enter;
    private final ReadFilm read;

    FilmPages(Catalogue catalogue, EnterFilm enter, ReadFilm read) {
        this.catalogue = catalogue;
        this.enter = enter;
        this.read = read;
    }

    @Allow(Who.DISTRIBUTOR)
    @GetMapping("/distributor/films")
    String films(Caller caller, Model model) {
        UUID company = caller.companyId();
        model.addAttribute("films", company == null ? List.of() : catalogue.filmsOf(company));
        return "distributor/films";
    }

    @Allow(Who.DISTRIBUTOR)
    @GetMapping("/distributor/films/new")
    String enter(Model model) {
        return page(Ids.next(), FilmForm.empty(), null, FormErrors.NONE, model);
    }

    @Allow(Who.DISTRIBUTOR)
    @GetMapping("/distributor/films/{id}")
    String film(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean saved, Caller caller, Model model) {
        Film film = own(id, caller).orElseThrow(() -> Problems.notFound("film"));
        model.addAttribute("saved", saved);
        return page(id, WriteFilm.form(film.details()), film, FormErrors.NONE, model);
    }

    /** @param add the list that gets one more row, for a licence with its kind, as in {@code licences.FLAT_FEE}; nothing is saved then */
    @Allow(Who.DISTRIBUTOR)
    @PostMapping("/distributor/films/{id}")
    String save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable String add,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        Film before = own(id, caller).orElse(null);
        TypedForm form = FilmForm.empty().read(sent);
        if (add != null) {
            String added = form.addEmptyRow(add);
            model.addAttribute("added", added);
            return page(id, form, before, FormErrors.NONE, Set.of(list(added)), model);
        }
        ReadFilm.Read typed = read.of(form.withoutEmptyRows(), company(caller));
        FilmDetails details = typed.details();
        if (details == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, form, before, new FormErrors(null, typed.errors()), model);
        }
        try {
            enter.as(id, details, caller);
        } catch (ProblemException refusal) {
            response.setStatus(refusal.status().value());
            FormErrors errors = FormErrors.of(refusal);
            return page(
                    id,
                    form,
                    before,
                    new FormErrors(
                            errors.summary(),
                            errors.fields().stream().map(ReadFilm::shown).toList()),
                    model);
        }
        return "redirect:/distributor/films/%s?saved=true".formatted(id);
    }

    private Optional<Film> own(UUID id, Caller caller) {
        Optional<Film> film = catalogue.film(id);
        if (film.isPresent() && !caller.isOf(film.get().details().companyId())) {
            throw Problems.forbidden(Sentence.of("film.of-another-company"));
        }
        return film;
    }

    private static UUID company(Caller caller) {
        return Optional.ofNullable(caller.companyId())
                .orElseThrow(() -> Problems.forbidden(Sentence.of("only.companies")));
    }

    /** The list that a field is in, such as {@code licences} for {@code licences[0].from}. */
    private static String list(String field) {
        return field.replaceFirst("\\[.*", "");
    }

    /** Lists in which something is wrong are open. */
    private static String page(UUID id, TypedForm form, @Nullable Film film, FormErrors errors, Model model) {
        Set<String> wrong =
                errors.fields().stream().map(error -> list(error.field())).collect(Collectors.toSet());
        return page(id, form, film, errors, wrong, model);
    }

    private static String page(
            UUID id, TypedForm form, @Nullable Film film, FormErrors errors, Set<String> open, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("film", film);
        model.addAttribute("lists", FilmForm.LISTS.entrySet());
        model.addAttribute("errors", errors);
        return "distributor/film";
    }
}
