package org.houselights.screening.distributor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.houselights.screening.form.TypedForm;

/** The form in which a distributor edits a film. */
final class FilmForm {

    /** The lists of a film and the columns of each. Licences have the columns of all kinds; those of other kinds stay empty. */
    static final Map<String, List<String>> LISTS = lists();

    private static final Set<String> GIVEN = Set.of("kind", "id", "result", "currency");

    private FilmForm() {}

    private static Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("otherTitles", List.of("language", "title"));
        lists.put("makers", List.of("name", "role", "biography"));
        lists.put("credits", List.of("role", "names"));
        lists.put("awards", List.of("organisation", "award", "year", "result"));
        lists.put("press", List.of("source", "quote", "page"));
        lists.put("broadcasts", List.of("territory", "channel", "programme", "startsAt", "timeZone"));
        lists.put("watch", List.of("name", "kind", "territories", "page"));
        lists.put(
                "licences",
                List.of(
                        "kind",
                        "id",
                        "territories",
                        "from",
                        "to",
                        "leadTimeDays",
                        "currency",
                        "licenceMinimum",
                        "share",
                        "hostShare",
                        "fees",
                        "priceFloor",
                        "priceCeiling"));
        return lists;
    }

    static TypedForm empty() {
        return new TypedForm(LISTS, GIVEN);
    }
}
