package org.houselights.ticketing.presale.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Progress;
import org.houselights.ticketing.presale.web.Watched.Told;
import org.houselights.web.Allow;
import org.houselights.web.ProblemException;
import org.houselights.web.Who;
import org.houselights.web.page.AskedAgain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
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

    private static final Logger log = LoggerFactory.getLogger(ProgressPages.class);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType EVENTS = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);
    private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int COME_BACK_AFTER = 2_000;
    private static final int COME_BACK_BEFORE = 10_000;

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
    @AskedAgain
    ResponseEntity<String> progress(@PathVariable UUID screeningId, Locale language) {
        Progress progress = Progress.of(presales.find(screeningId), clock.instant());
        return ResponseEntity.ok().contentType(HTML).body(part.html(progress, language));
    }

    /** Server-sent events: the part anew, at once and after each change. */
    @GetMapping("/live")
    @Allow(Who.ANYONE)
    void live(@PathVariable UUID screeningId, Locale language, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        live.requirePlace(screeningId);
        response.setContentType(EVENTS.toString());
        if (request.getMethod().equals(HttpMethod.GET.name())) {
            Line.open(request, response, settings.patience(), line -> tell(screeningId, language, line));
        }
    }

    private void tell(UUID screeningId, Locale language, Line line) throws IOException, InterruptedException {
        try (LiveProgress.Watch watch = live.watch(screeningId)) {
            Watched presale = watch.presale();
            line.write(comeBack());
            Told last = null;
            while (!presale.isOver()) {
                Told news = presale.after(last, settings.heartbeat()).orElse(null);
                line.write(news == null ? SIGN_OF_LIFE : news.event(language, this::event));
                last = news == null ? last : news;
            }
        } catch (ProblemException noPlace) {
            // Taken by others in the moment since it was free. A browser comes back by itself.
            log.trace("Nobody was told", noPlace);
        }
    }

    /** Milliseconds until a browser that lost the line comes back: after a restart, not all of them in one instant. */
    private static byte[] comeBack() {
        return "retry: %d\n\n"
                .formatted(ThreadLocalRandom.current().nextInt(COME_BACK_AFTER, COME_BACK_BEFORE))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] event(Progress progress, Locale language) {
        return part.html(progress, language)
                .lines()
                .map(text -> "data: " + text)
                .collect(Collectors.joining("\n", "event: progress\n", "\n\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
