package org.houselights.journeys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides where the films of a company are shown. */
public final class Distributor extends Person {

    private static final List<?> NONE = List.of();

    private final UUID company;

    Distributor(Town town, String address, UUID company) {
        super(town, address);
        this.company = company;
    }

    public Film offers(String title) {
        Film film = new Film(UUID.randomUUID(), UUID.randomUUID());
        var licence = Map.of(
                "kind",
                "CROWD_FUNDED",
                "id",
                film.licence(),
                "territories",
                List.of("US"),
                "from",
                "2020-01-01",
                "licenceMinimum",
                Host.dollars(5),
                "shareBasisPoints",
                3_500,
                "hostShareBasisPoints",
                540);
        var details = new HashMap<String, Object>(Map.of(
                "companyId",
                company,
                "title",
                title,
                "synopsis",
                "People who flee, and people who help them.",
                "year",
                2004,
                "runtimeMinutes",
                54,
                "countries",
                List.of("US"),
                "languages",
                List.of("en", "ko"),
                "licences",
                List.of(licence)));
        for (String list :
                List.of("otherTitles", "subtitles", "makers", "credits", "awards", "press", "broadcasts", "watch")) {
            details.put(list, NONE);
        }
        api().put("/api/films/" + film.id(), details);
        return film;
    }

    public void approves(Screening screening) {
        api().post(screening.path() + "/approve", Map.of("reason", "With pleasure."));
    }
}
