package org.houselights.ticketing.dashboard;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.ticketing.presale.Show;
import org.houselights.web.HouseSettings;
import org.houselights.web.page.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the poster of a screening: what, where, when, how it works, and a code that leads to its page. */
@Component
class DrawPoster {

    private static final Color DARK = new Color(0x16120F);
    private static final Color PALE = new Color(0xF7EFE6);
    private static final Color LIGHT = new Color(0xF2A65A);
    private static final Color AMBER = new Color(0xA8480F);
    private static final float MARGIN = 48;
    private static final float LINE = PosterSheet.WIDTH - 2 * MARGIN;
    private static final float STAGE = 470;
    private static final float CODE = 200;

    private final MessageSource words;
    private final Formats format;
    private final HouseSettings house;

    DrawPoster(MessageSource words, Formats format, HouseSettings house) {
        this.words = words;
        this.format = format;
        this.house = house;
    }

    public byte[] pdf(Presale presale, Locale language) {
        Show show = presale.show();
        try (PosterSheet sheet = new PosterSheet(show.film().title(), language)) {
            announce(sheet, presale, show, language);
            explain(sheet, presale, show, language);
            return sheet.pdf();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void announce(PosterSheet sheet, Presale presale, Show show, Locale language) throws IOException {
        sheet.fill(DARK, 0, 0, PosterSheet.WIDTH, STAGE);
        sheet.fill(LIGHT, 0, STAGE, PosterSheet.WIDTH, 6);
        String headline = say(depends(presale) ? "poster.headline" : "poster.certain", language);
        float y = sheet.write(headline, sans(19), LIGHT, MARGIN, 56, LINE, 2);
        y = sheet.write(show.film().title(), serif(68), PALE, MARGIN, y + 18, LINE, 3);
        y = sheet.write(format.moment(show.startsAt(), show.zone()), serif(24), LIGHT, MARGIN, y + 24, LINE, 2);
        y = sheet.write(show.place(), sans(17), PALE, MARGIN, y + 6, LINE, 2);
        sheet.write(say("poster.host", language, show.host().name()), sans(14), PALE, MARGIN, y + 6, LINE, 1);
    }

    private void explain(PosterSheet sheet, Presale presale, Show show, Locale language) throws IOException {
        float top = STAGE + 48;
        String link = house.link("/screenings/" + presale.screeningId());
        sheet.code(link, PosterSheet.WIDTH - MARGIN - CODE, top - 12, CODE);
        float width = LINE - CODE - 24;
        float y = sheet.write(say("poster.how", language), serif(26), AMBER, MARGIN, top, width, 2) + 8;
        Instant deadline = presale.facts().deadline();
        if (deadline != null && depends(presale)) {
            String until = format.shortMoment(deadline, show.zone());
            for (String step : new String[] {
                say("poster.pledge", language), say("poster.reach", language, until), say("poster.nobody", language)
            }) {
                y = sheet.write(step, sans(15), DARK, MARGIN, y, width, 4) + 8;
            }
        } else {
            sheet.write(say("poster.tickets", language), sans(15), DARK, MARGIN, y, width, 4);
        }
        sheet.write(link, sans(11), DARK, MARGIN, PosterSheet.HEIGHT - 66, LINE, 1);
        sheet.write("Houselights", serif(15), AMBER, MARGIN, PosterSheet.HEIGHT - 48, LINE, 1);
    }

    /** Whether it takes place only if enough pledge. */
    private static boolean depends(Presale presale) {
        return presale.status() == PresaleStatus.OPEN;
    }

    private String say(String key, Locale language, Object... arguments) {
        return Objects.requireNonNull(words.getMessage(key, arguments, language));
    }

    private static Font serif(int size) {
        return new Font(Font.SERIF, Font.BOLD, size);
    }

    private static Font sans(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }
}
