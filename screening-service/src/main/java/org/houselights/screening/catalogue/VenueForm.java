package org.houselights.screening.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.screening.form.Typed;
import org.houselights.screening.form.TypedForm;

/** The form in which an operator edits a venue; {@link ReadVenue} reads it back. */
final class VenueForm {

    static final String AUDITORIA = "auditoria";

    private VenueForm() {}

    static TypedForm empty() {
        return new TypedForm(
                Map.of(AUDITORIA, List.of("id", "name", "capacity", "wheelchairPlaces", "hire")), Set.of("id"));
    }

    static TypedForm of(VenueDetails venue) {
        TypedForm form = empty().put("name", venue.name())
                .put("address", venue.address())
                .put("city", venue.city())
                .put("region", venue.region())
                .put("postalCode", venue.postalCode())
                .put("country", venue.country())
                .put("timeZone", venue.timeZone())
                .put("currency", venue.currency())
                .put("salesTax", Typed.percent(venue.salesTaxBasisPoints()))
                .put("access", String.join("\n", venue.access()))
                .put("website", venue.website());
        venue.auditoria().forEach(auditorium -> form.add(AUDITORIA, row(auditorium)));
        return form;
    }

    private static Map<String, String> row(Auditorium auditorium) {
        return Map.of(
                "id", auditorium.id().toString(),
                "name", auditorium.name(),
                "capacity", Integer.toString(auditorium.capacity()),
                "wheelchairPlaces", Integer.toString(auditorium.wheelchairPlaces()),
                "hire", Typed.major(auditorium.hire()));
    }
}
