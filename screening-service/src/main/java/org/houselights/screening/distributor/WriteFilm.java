package org.houselights.screening.distributor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.houselights.screening.catalogue.FilmDetails;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.form.Typed;
import org.houselights.screening.form.TypedForm;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/** Writes a film into the form in which it is edited; {@link ReadFilm} reads it back. */
final class WriteFilm {

    private WriteFilm() {}

    static TypedForm form(FilmDetails film) {
        TypedForm form = FilmForm.empty()
                .put("title", film.title())
                .put("originalTitle", film.originalTitle())
                .put("synopsis", film.synopsis())
                .put("year", film.year())
                .put("runtimeMinutes", film.runtimeMinutes())
                .put("countries", codes(film.countries()))
                .put("languages", codes(film.languages()))
                .put("subtitles", codes(film.subtitles()))
                .put("website", film.website());
        film.otherTitles()
                .forEach(other -> form.add("otherTitles", row("language", other.language(), "title", other.title())));
        film.makers()
                .forEach(maker -> form.add(
                        "makers", row("name", maker.name(), "role", maker.role(), "biography", maker.biography())));
        film.credits()
                .forEach(credit ->
                        form.add("credits", row("role", credit.role(), "names", String.join("\n", credit.names()))));
        film.awards()
                .forEach(award -> form.add(
                        "awards",
                        row(
                                "organisation", award.organisation(),
                                "award", award.award(),
                                "year", award.year(),
                                "result", award.result())));
        film.press()
                .forEach(press ->
                        form.add("press", row("source", press.source(), "quote", press.quote(), "page", press.page())));
        film.broadcasts()
                .forEach(broadcast -> form.add(
                        "broadcasts",
                        row(
                                "territory", broadcast.territory(),
                                "channel", broadcast.channel(),
                                "programme", broadcast.programme(),
                                "startsAt", broadcast.startsAt(),
                                "timeZone", broadcast.timeZone())));
        film.watch()
                .forEach(outlet -> form.add(
                        "watch",
                        row(
                                "name", outlet.name(),
                                "kind", outlet.kind(),
                                "territories", codes(outlet.territories()),
                                "page", outlet.page())));
        film.licences().forEach(offer -> form.add("licences", licence(offer)));
        return form;
    }

    private static Map<String, String> licence(LicenceOffer offer) {
        Map<String, String> row = new HashMap<>(row(
                "kind", offer.kind(),
                "id", offer.id(),
                "territories", codes(offer.territories()),
                "from", offer.from(),
                "to", offer.to(),
                "leadTimeDays", offer.leadTimeDays(),
                "currency", offer.currency().orElse(null),
                "priceFloor", major(offer.priceFloor()),
                "priceCeiling", major(offer.priceCeiling())));
        switch (offer) {
            case LicenceOffer.CrowdFunded crowd ->
                row.putAll(row(
                        "licenceMinimum", major(crowd.licenceMinimum()),
                        "share", Typed.percent(crowd.shareBasisPoints()),
                        "hostShare", Typed.percent(crowd.hostShareBasisPoints())));
            case LicenceOffer.FlatFee flat ->
                row.put(
                        "fees",
                        flat.fees().stream()
                                .map(fee -> fee.upTo() + ": " + Typed.major(fee.fee()))
                                .collect(Collectors.joining("\n")));
            case LicenceOffer.Educational free -> {}
        }
        return row;
    }

    /** Columns and their values in turns; what is null is left out. */
    private static Map<String, String> row(@Nullable Object... cells) {
        Map<String, String> row = new HashMap<>();
        for (int at = 0; at < cells.length; at += 2) {
            Object value = cells[at + 1];
            if (value != null) {
                row.put(String.valueOf(cells[at]), value.toString());
            }
        }
        return row;
    }

    private static String codes(List<?> values) {
        return values.stream().map(Objects::toString).collect(Collectors.joining(", "));
    }

    private static @Nullable String major(@Nullable Money amount) {
        return amount == null ? null : Typed.major(amount);
    }
}
