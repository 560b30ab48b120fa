package org.houselights.screening.catalogue;

import jakarta.validation.Validator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.screening.form.Reading;
import org.houselights.screening.form.TypedForm;
import org.houselights.web.FieldError;
import org.houselights.web.Ids;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a venue of what an operator typed. */
@Component
class ReadVenue {

    private final Validator validator;

    ReadVenue(Validator validator) {
        this.validator = validator;
    }

    /** @param details null if something is wrong */
    record Read(@Nullable VenueDetails details, List<FieldError> errors) {}

    Read of(TypedForm form) {
        Reading reading = new Reading();
        VenueDetails details = details(form, reading);
        if (details != null && reading.isClean()) {
            reading.refused(validator.validate(details).stream()
                    .map(FieldError::of)
                    .map(error -> error.at(shown(error.field())))
                    .toList());
        }
        return new Read(reading.isClean() ? details : null, reading.errors());
    }

    /** The field of the page for what validation found. */
    private static String shown(String path) {
        return switch (path.replaceFirst("\\[.*", "")) {
            case "access" -> "access";
            case "salesTaxBasisPoints" -> "salesTax";
            default -> path;
        };
    }

    private static @Nullable VenueDetails details(TypedForm form, Reading reading) {
        Territory country = reading.code("country", capitals(form, "country"), Territory::new);
        ZoneId zone = reading.zone("timeZone", text(form.field("timeZone")));
        Currency currency = reading.currency("currency", capitals(form, "currency"));
        Integer tax = reading.basisPoints("salesTax", text(form.field("salesTax")));
        List.of("name", "address", "city").forEach(field -> reading.require(field, text(form.field(field))));
        reading.require("country", country);
        reading.require("timeZone", zone);
        reading.require("currency", currency);
        List<Auditorium> auditoria = auditoria(form, currency, reading);
        if (country == null || zone == null || currency == null) {
            return null;
        }
        return new VenueDetails(
                form.field("name"),
                form.field("address"),
                form.field("city"),
                text(form.field("region")),
                text(form.field("postalCode")),
                country,
                zone,
                currency,
                Objects.requireNonNullElse(tax, 0),
                form.field("access")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                text(form.field("website")),
                auditoria);
    }

    private static List<Auditorium> auditoria(TypedForm form, @Nullable Currency currency, Reading reading) {
        List<Map<String, String>> rows = form.rows(VenueForm.AUDITORIA);
        reading.require(VenueForm.AUDITORIA, rows.isEmpty() ? null : rows);
        List<Auditorium> auditoria = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Auditorium auditorium =
                    auditorium("%s[%d].".formatted(VenueForm.AUDITORIA, at), rows.get(at), currency, reading);
            if (auditorium != null) {
                auditoria.add(auditorium);
            }
        }
        return auditoria;
    }

    /** Null if it can't be read, since the reading keeps that. */
    private static @Nullable Auditorium auditorium(
            String path, Map<String, String> row, @Nullable Currency currency, Reading reading) {
        UUID id = reading.id(path + "id", text(row, "id"));
        String name = text(row, "name");
        Integer capacity = reading.number(path + "capacity", text(row, "capacity"));
        Integer wheelchairPlaces = reading.number(path + "wheelchairPlaces", text(row, "wheelchairPlaces"));
        Money hire = reading.money(path + "hire", text(row, "hire"), currency);
        reading.require(path + "name", name);
        reading.require(path + "capacity", capacity);
        if (currency != null) {
            reading.require(path + "hire", hire);
        }
        if (name == null || capacity == null || hire == null) {
            return null;
        }
        return new Auditorium(
                id == null ? Ids.next() : id, name, capacity, Objects.requireNonNullElse(wheelchairPlaces, 0), hire);
    }

    private static @Nullable String text(Map<String, String> row, String column) {
        return text(row.getOrDefault(column, ""));
    }

    private static @Nullable String capitals(TypedForm form, String field) {
        return text(form.field(field).toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
