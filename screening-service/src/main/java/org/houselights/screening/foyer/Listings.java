package org.houselights.screening.foyer;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.houselights.screening.progress.Progress;
import org.houselights.screening.progress.Progresses;
import org.houselights.screening.proposal.PublicScreenings;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Screenings to go to, those that need people most first: below their goal, the nearest deadline first; then those that go ahead,
 * the nearest show first.
 */
@Repository
class Listings {

    private static final String COMING = """
            from screening s left join presale_progress p on p.screening_id = s.id
            where s.status in ('ON_SALE', 'CONFIRMED') and s.starts_at > :now
            and (cast(:film as uuid) is null or s.film_id = :film)
            and (cast(:words as text) is null or s.plan -> 'film' ->> 'title' ilike :words or s.city ilike :words
                 or s.plan -> 'place' ->> 'venue' ilike :words)
            and (cast(:day as date) is null
                 or (s.starts_at at time zone (s.plan -> 'place' ->> 'timeZone'))::date = :day)
            """;
    private static final String NEEDIEST_FIRST = """
            order by s.status <> 'ON_SALE' or p.pledged >= p.goal,
                case when s.status = 'ON_SALE' then p.deadline end nulls last, s.starts_at, s.id
            """;

    private final JdbcClient jdbc;
    private final PublicScreenings screenings;
    private final Progresses progresses;
    private final Clock clock;

    Listings(JdbcClient jdbc, PublicScreenings screenings, Progresses progresses, Clock clock) {
        this.jdbc = jdbc;
        this.screenings = screenings;
        this.progresses = progresses;
        this.clock = clock;
    }

    /**
     * What somebody looks for.
     *
     * @param words any part of the film's title, the venue's name or the city
     * @param day of the show, on the venue's clocks
     */
    public record Wish(
            @Nullable UUID film,
            @Nullable String words,
            @Nullable LocalDate day) {

        public boolean isAny() {
            return film == null && words == null && day == null;
        }
    }

    PageOf<Listing> coming(Wish wish, Paging paging) {
        List<Found> found = matching(
                        "select s.id, count(*) over () as total " + COMING + NEEDIEST_FIRST
                                + "limit :size offset :offset",
                        wish)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Found.class)
                .list();
        long total = found.isEmpty() ? 0 : found.getFirst().total();
        return PageOf.of(listings(found.stream().map(Found::id).toList()), paging, total);
    }

    /** @param total how many there are, on this page and all others */
    private record Found(UUID id, long total) {}

    /** The film's shows that took place, the latest first. */
    List<Listing> held(UUID film, int most) {
        return listings(jdbc.sql("""
                        select id from screening where film_id = :film and status = 'HELD'
                        order by starts_at desc, id limit :most""")
                .param("film", film)
                .param("most", most)
                .query(UUID.class)
                .list());
    }

    private StatementSpec matching(String sql, Wish wish) {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("film", wish.film())
                .param("words", wish.words() == null ? null : "%" + escaped(wish.words()) + "%")
                .param("day", wish.day() == null ? null : Date.valueOf(wish.day()));
    }

    private List<Listing> listings(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Progress> progress = progresses.of(ids);
        return screenings.of(ids).stream()
                .map(screening -> new Listing(screening, progress.get(screening.id())))
                .toList();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
