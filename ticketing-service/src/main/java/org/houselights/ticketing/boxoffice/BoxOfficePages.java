package org.houselights.ticketing.boxoffice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.houselights.web.page.CsvFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a distributor reads what their company's films have taken; never another company's. */
@Controller
@RequestMapping("/box-office")
class BoxOfficePages {

    private final Takings takings;
    private final MessageSource words;

    BoxOfficePages(Takings takings, MessageSource words) {
        this.takings = takings;
        this.words = words;
    }

    @GetMapping
    @Allow(Who.DISTRIBUTOR)
    String page(
            @RequestParam(required = false) @Nullable UUID film,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Caller caller,
            Locale language,
            Model model) {
        TakingsWanted wanted = new TakingsWanted(film, from, to);
        UUID company = company(caller);
        model.addAttribute("wanted", wanted);
        model.addAttribute("films", takings.films(company));
        model.addAttribute("books", Books.of(takings.of(company, wanted)));
        model.addAttribute("territories", new Territories(language));
        return "boxoffice/takings";
    }

    @GetMapping("/takings.csv")
    @Allow(Who.DISTRIBUTOR)
    ResponseEntity<byte[]> table(
            @RequestParam(required = false) @Nullable UUID film,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Caller caller,
            Locale language) {
        List<Taking> wanted = takings.of(company(caller), new TakingsWanted(film, from, to));
        Territories territories = new Territories(language);
        CsvFile table = new CsvFile(
                say("boxoffice.month", language),
                say("boxoffice.film", language),
                say("boxoffice.territory", language),
                say("boxoffice.tickets", language),
                say("boxoffice.currency", language),
                say("boxoffice.charged", language),
                say("boxoffice.refunded", language),
                say("boxoffice.kept", language));
        wanted.forEach(taking -> table.row(
                taking.month().toString(),
                taking.film(),
                territories.name(taking.territory()),
                taking.tickets(),
                taking.charged().currency().getCurrencyCode(),
                taking.charged().decimal(),
                taking.refunded().decimal(),
                taking.kept().decimal()));
        return table.download("takings.csv");
    }

    private static UUID company(Caller caller) {
        if (caller.companyId() == null) {
            throw Problems.notFound("box office");
        }
        return caller.companyId();
    }

    private String say(String key, Locale language) {
        return words.getMessage(key, null, language);
    }

    /** The names of countries in the reader's language. */
    record Territories(Locale language) {

        public String name(String country) {
            return Locale.of("", country).getDisplayCountry(language);
        }
    }
}
