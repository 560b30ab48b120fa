package org.houselights.ticketing.dashboard;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.Show;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.HouseSettings;
import org.houselights.web.Paging;
import org.houselights.web.Who;
import org.houselights.web.page.CsvFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a host follows their campaign by, and shares it with. */
@Controller
@RequestMapping("/presales/{screeningId}")
class DashboardPages {

    private final HostsPresale presales;
    private final ShowDashboard show;
    private final People people;
    private final DrawPoster posters;
    private final MessageSource words;
    private final HouseSettings house;

    DashboardPages(
            HostsPresale presales,
            ShowDashboard show,
            People people,
            DrawPoster posters,
            MessageSource words,
            HouseSettings house) {
        this.presales = presales;
        this.show = show;
        this.people = people;
        this.posters = posters;
        this.words = words;
        this.house = house;
    }

    @GetMapping("/dashboard")
    @Allow(Who.SIGNED_IN)
    String dashboard(@PathVariable UUID screeningId, Caller caller, Model model) {
        model.addAttribute("board", show.show(presales.open(screeningId, caller)));
        model.addAttribute("link", house.link("/screenings/" + screeningId));
        return "dashboard/dashboard";
    }

    @GetMapping("/people")
    @Allow(Who.SIGNED_IN)
    String people(
            @PathVariable UUID screeningId,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "0") int page,
            Caller caller,
            Model model) {
        Presale presale = presales.open(screeningId, caller);
        String wanted = Objects.requireNonNullElse(name, "").strip();
        model.addAttribute("screeningId", screeningId);
        model.addAttribute("show", presale.show());
        model.addAttribute("name", wanted);
        model.addAttribute("people", people.search(screeningId, wanted, new Paging(page, Paging.LARGEST)));
        return "dashboard/people";
    }

    /** On paper, for the door. */
    @GetMapping("/door-list")
    @Allow(Who.SIGNED_IN)
    String doorList(@PathVariable UUID screeningId, Caller caller, Model model) {
        Presale presale = presales.open(screeningId, caller);
        model.addAttribute("screeningId", screeningId);
        model.addAttribute("show", presale.show());
        model.addAttribute("people", people.withTickets(screeningId));
        return "dashboard/door";
    }

    @GetMapping("/people.csv")
    @Allow(Who.SIGNED_IN)
    ResponseEntity<byte[]> table(@PathVariable UUID screeningId, Caller caller, Locale language) {
        Presale presale = presales.open(screeningId, caller);
        CsvFile table = new CsvFile(
                say("people.name", language),
                say("people.tickets", language),
                say("people.state", language),
                say("people.amount", language),
                say("people.currency", language),
                say("people.since", language));
        Show told = presale.show();
        people.everyone(screeningId)
                .forEach(person -> table.row(
                        person.name(),
                        person.tickets(),
                        say("people." + person.status(), language),
                        person.amount().decimal(),
                        person.amount().currency().getCurrencyCode(),
                        person.since()
                                .atZone(told.zone())
                                .toLocalDateTime()
                                .withNano(0)
                                .toString()));
        return table.download("people.csv");
    }

    @GetMapping("/poster.pdf")
    @Allow(Who.SIGNED_IN)
    ResponseEntity<byte[]> poster(@PathVariable UUID screeningId, Caller caller, Locale language) {
        Presale presale = presales.open(screeningId, caller);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("poster.pdf")
                                .build()
                                .toString())
                .body(posters.pdf(presale, language));
    }

    private String say(String key, Locale language) {
        return words.getMessage(key, null, language);
    }
}
