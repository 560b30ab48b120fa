package org.houselights.ticketing.presale.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.Progress;
import org.houselights.web.Allow;
import org.houselights.web.HouseSettings;
import org.houselights.web.Who;
import org.houselights.web.page.AskedAgain;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A pre-sale on somebody else's site: the one page of the house that others may frame, and the script that does it for them. */
@Controller
@RequestMapping("/presales/{screeningId}")
class WidgetPages {

    /** As on all pages, except that anyone may frame this one; it has nothing to click but a link that opens a page of its own. */
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final Duration SCRIPT_KEPT = Duration.ofHours(1);
    private final FindPresale presales;
    private final HouseSettings house;
    private final Clock clock;

    WidgetPages(FindPresale presales, HouseSettings house, Clock clock) {
        this.presales = presales;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping("/widget")
    @Allow(Who.ANYONE)
    @AskedAgain
    String widget(@PathVariable UUID screeningId, Model model, HttpServletResponse response) {
        Presale presale = presales.find(screeningId);
        model.addAttribute("progress", Progress.of(presale, clock.instant()));
        model.addAttribute("show", presale.show());
        response.setHeader("Content-Security-Policy", CONTENT);
        return "presale/widget";
    }

    @GetMapping("/widget.js")
    @Allow(Who.ANYONE)
    ResponseEntity<String> script(@PathVariable UUID screeningId) {
        presales.find(screeningId);
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.maxAge(SCRIPT_KEPT).cachePublic())
                .body(insertFrame(house.link("/presales/%s/widget".formatted(screeningId))));
    }

    private static String insertFrame(String address) {
        return """
                (() => {
                  const frame = document.createElement('iframe');
                  frame.src = '%s';
                  frame.title = 'Houselights';
                  frame.loading = 'lazy';
                  frame.width = '100%%';
                  frame.height = '320';
                  frame.setAttribute('frameborder', '0');
                  document.currentScript.after(frame);
                })();
                """.formatted(address);
    }
}
