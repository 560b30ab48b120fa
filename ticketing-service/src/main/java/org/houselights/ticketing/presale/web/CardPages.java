package org.houselights.ticketing.presale.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.Progress;
import org.houselights.ticketing.presale.Show;
import org.houselights.web.Allow;
import org.houselights.web.Who;
import org.houselights.web.page.AskedAgain;
import org.houselights.web.page.Formats;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The picture that a shared link shows, with the count of this minute. */
@Controller
class CardPages {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final FindPresale presales;
    private final SocialCards cards;
    private final MessageSource words;
    private final Formats format;
    private final Clock clock;

    CardPages(FindPresale presales, SocialCards cards, MessageSource words, Formats format, Clock clock) {
        this.presales = presales;
        this.cards = cards;
        this.words = words;
        this.format = format;
        this.clock = clock;
    }

    @GetMapping("/presales/{screeningId}/card.png")
    @Allow(Who.ANYONE)
    @AskedAgain
    ResponseEntity<byte[]> card(@PathVariable UUID screeningId, Locale language) {
        Presale presale = presales.find(screeningId);
        Show show = presale.show();
        Progress progress = Progress.of(presale, clock.instant());
        byte[] picture = cards.png(new SocialCard(
                show.film().title(),
                show.venue().name() + ", " + show.venue().city(),
                format.moment(show.startsAt(), show.zone()),
                headline(progress, language),
                amount(progress, language),
                progress.share()));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(picture);
    }

    private String headline(Progress progress, Locale language) {
        return words.getMessage("picture." + progress.phase(), new Object[] {progress.toGo()}, language);
    }

    private String amount(Progress progress, Locale language) {
        return progress.phase() == Progress.Phase.PLEDGING
                ? words.getMessage(
                        "progress.pledged",
                        new Object[] {format.money(progress.pledged()), format.money(progress.goal())},
                        language)
                : "";
    }
}
