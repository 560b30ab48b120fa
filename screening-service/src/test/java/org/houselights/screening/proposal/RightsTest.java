package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.houselights.screening.Answer;
import org.houselights.screening.ServiceTest;
import org.houselights.screening.Town;
import org.houselights.testkit.MovableClock;
import org.houselights.web.Caller;
import org.houselights.web.access.Badges;
import org.houselights.web.access.EndpointRights;
import org.houselights.web.access.EndpointRights.Endpoint;
import org.houselights.web.access.EndpointWalk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class RightsTest {

    @Autowired
    private Town town;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EndpointRights rights;

    @Autowired
    private Badges badges;

    @LocalServerPort
    private int port;

    @BeforeEach
    void begin() {
        clock.set(Town.START);
    }

    @Test
    void every_endpoint_is_open_to_those_it_names_and_nobody_else() {
        assertThat(new EndpointWalk(rights, badges, port).wrongAnswers()).isEmpty();
    }

    /** What each caller is answered about somebody's screening, endpoint by endpoint. */
    @Test
    void a_proposal_is_open_to_those_involved_and_does_not_exist_for_others() {
        assertThat(walk(true)).isEqualTo("""
                GET /api/screenings/{id}: nobody 404, stranger 404, foreign distributor 404, host 200, distributor 200, operator 200
                PUT /api/screenings/{id}: nobody 401, stranger 404, foreign distributor 404, host 200, distributor 403, operator 403
                POST /api/screenings/{id}/approve: nobody 401, stranger 403, foreign distributor 404, host 403, distributor 200, operator 403
                POST /api/screenings/{id}/ask-for-changes: nobody 401, stranger 403, foreign distributor 404, host 403, distributor 200, operator 403
                POST /api/screenings/{id}/cancel: nobody 401, stranger 404, foreign distributor 404, host 409, distributor 409, operator 409
                GET /api/screenings/{id}/decisions: nobody 401, stranger 404, foreign distributor 404, host 200, distributor 200, operator 200
                POST /api/screenings/{id}/decline: nobody 401, stranger 403, foreign distributor 404, host 403, distributor 200, operator 403
                POST /api/screenings/{id}/resubmit: nobody 401, stranger 404, foreign distributor 404, host 409, distributor 403, operator 403
                POST /api/screenings/{id}/withdraw: nobody 401, stranger 404, foreign distributor 404, host 200, distributor 403, operator 403
                """);
    }

    @Test
    void a_screening_on_sale_is_public_and_moved_by_those_responsible_only() {
        assertThat(walk(false)).isEqualTo("""
                GET /api/screenings/{id}: nobody 200, stranger 200, foreign distributor 200, host 200, distributor 200, operator 200
                PUT /api/screenings/{id}: nobody 401, stranger 403, foreign distributor 403, host 200, distributor 403, operator 403
                POST /api/screenings/{id}/approve: nobody 401, stranger 403, foreign distributor 403, host 403, distributor 409, operator 403
                POST /api/screenings/{id}/ask-for-changes: nobody 401, stranger 403, foreign distributor 403, host 403, distributor 409, operator 403
                POST /api/screenings/{id}/cancel: nobody 401, stranger 403, foreign distributor 403, host 200, distributor 200, operator 200
                GET /api/screenings/{id}/decisions: nobody 401, stranger 403, foreign distributor 403, host 200, distributor 200, operator 200
                POST /api/screenings/{id}/decline: nobody 401, stranger 403, foreign distributor 403, host 403, distributor 409, operator 403
                POST /api/screenings/{id}/resubmit: nobody 401, stranger 403, foreign distributor 403, host 409, distributor 403, operator 403
                POST /api/screenings/{id}/withdraw: nobody 401, stranger 403, foreign distributor 403, host 409, distributor 403, operator 403
                """);
    }

    /** Each caller meets a screening of its own, so that nobody's move changes what the next one finds. */
    private String walk(boolean stillProposed) {
        StringBuilder table = new StringBuilder();
        for (Endpoint endpoint : rights.all()) {
            if (!endpoint.path().startsWith("/api/screenings/{id}")) {
                continue;
            }
            List<String> answers = new ArrayList<>();
            for (String who : List.of("nobody", "stranger", "foreign distributor", "host", "distributor", "operator")) {
                Stories story = Stories.in(town).proposed();
                if (!stillProposed) {
                    story.approved();
                }
                answers.add(who + " " + answer(endpoint, story, who).status());
            }
            table.append("%s %s: %s%n".formatted(endpoint.method(), endpoint.path(), String.join(", ", answers)));
        }
        return table.toString();
    }

    private Answer answer(Endpoint endpoint, Stories story, String who) {
        String path = endpoint.path().replace("{id}", story.screening().toString());
        Object body = switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "approve", "ask-for-changes", "cancel", "decline", "withdraw" -> Map.of("reason", "So be it.");
            default -> endpoint.method().equals("GET") ? null : story.proposal();
        };
        return town.send(endpoint.method(), path, body, caller(story, who));
    }

    private @Nullable Caller caller(Stories story, String who) {
        return switch (who) {
            case "nobody" -> null;
            case "stranger" -> town.aHost();
            case "foreign distributor" -> town.aDistributorOf(town.aCompany());
            case "host" -> story.host();
            case "distributor" -> story.distributor();
            default -> town.operator();
        };
    }

    @Test
    void lists_show_each_caller_what_is_theirs() {
        Stories proposed = Stories.in(town).proposed();
        Stories onSale = proposed.another();
        onSale.propose(proposed.proposal(wish -> wish.startsAt("2027-02-12T19:30")));
        onSale.approved();
        String all = "/api/screenings?filmId=" + proposed.film();
        String mine = all + "&mine=true";
        Map<String, Integer> totals = new LinkedHashMap<>();
        totals.put("nobody", total(all, null));
        totals.put("stranger", total(all, town.aHost()));
        totals.put("stranger's own", total(mine, town.aHost()));
        totals.put("foreign distributor's own", total(mine, town.aDistributorOf(town.aCompany())));
        totals.put("host", total(all, proposed.host()));
        totals.put("host's own", total(mine, proposed.host()));
        totals.put("distributor's own", total(mine, proposed.distributor()));
        totals.put("operator", total(all, town.operator()));

        assertThat(totals)
                .hasToString("{nobody=1, stranger=1, stranger's own=0, foreign distributor's own=0, host=2, "
                        + "host's own=2, distributor's own=2, operator=2}");
        assertThat(town.get(mine, null).status()).isEqualTo(401);
    }

    @Test
    void what_only_those_involved_see_is_not_shown_to_others() {
        Stories story = Stories.in(town).proposed().approved();

        assertThat(town.get(story.path(), null).body().has("inside")).isFalse();
        assertThat(town.get(story.path(), town.aHost()).body().has("inside")).isFalse();
        assertThat(town.get(story.path(), story.host())
                        .body()
                        .path("inside")
                        .path("terms")
                        .path("kind")
                        .asString())
                .isEqualTo("CROWD_FUNDED");
        assertThat(town.get(story.path(), null).body().toString())
                .doesNotContain(story.host().email());
    }

    private int total(String path, @Nullable Caller caller) {
        return town.get(path, caller).body().path("total").asInt();
    }
}
