package org.houselights.ticketing.presale.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Progress;
import org.houselights.ticketing.presale.web.Watched.Told;
import org.houselights.web.Allow;
import org.houselights.web.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far a pre-sale has come: now, and as it changes. */
@Controller
@RequestMapping("/presales/{screeningId}")
class ProgressPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType EVENTS = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);
    private static final String SIGN_OF_LIFE = ":\n\n";
    /** Milliseconds until a browser that lost the line comes back. */
    private static final String COME_BACK = "retry: 2000\n\n";

    private final FindPresale presales;
    private final ProgressPart part;
    private final LiveProgress live;
    private final LiveSettings settings;
    private final Clock clock;

    ProgressPages(FindPresale presales, ProgressPart part, LiveProgress live, LiveSettings settings, Clock clock) {
        this.presales = presales;
        this.part = part;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/progress")
    @Allow(Who.ANYONE)
    ResponseEntity<String> progress(@PathVariable UUID screeningId, Locale language) {
        Progress progress = Progress.of(presales.find(screeningId), clock.instant());
        return ResponseEntity.ok().contentType(HTML).body(part.html(progress, language));
    }

    /** Server-sent events: the part anew, at once and after each change. The request's own virtual thread waits for them. */
    @GetMapping("/live")
    @Allow(Who.ANYONE)
    void live(@PathVariable UUID screeningId, Locale language, HttpServletResponse response)
            throws IOException, InterruptedException {
        try (LiveProgress.Watch watch = live.watch(screeningId)) {
            response.setContentType(EVENTS.toString());
            PrintWriter line = response.getWriter();
            line.write(COME_BACK);
            tell(watch.presale(), language, line);
        }
    }

    private void tell(Watched presale, Locale language, PrintWriter line) throws InterruptedException {
        Told last = null;
        // Writing is how one notices that a reader has left.
        while (!presale.isOver() && !line.checkError()) {
            Optional<Told> news = presale.after(last, settings.heartbeat());
            line.write(news.map(told -> event(told.html(language, part::html))).orElse(SIGN_OF_LIFE));
            last = news.orElse(last);
        }
    }

    private static String event(String html) {
        return html.lines().map(text -> "data: " + text).collect(Collectors.joining("\n", "event: progress\n", "\n\n"));
    }
}
