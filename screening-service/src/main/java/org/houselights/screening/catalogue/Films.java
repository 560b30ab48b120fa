package org.houselights.screening.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Films {

    private static final String WITH_COMPANY = " from film join company on company.id = film.company_id ";
    private static final String MATCHING = """
            where film.search like :pattern
            and (cast(:company as uuid) is null or film.company_id = :company)
            and (cast(:licence as jsonb) is null or film.details @> cast(:licence as jsonb))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Films(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Enters a film or replaces what is known of it.
     *
     * @param moving whether a film may pass from another company to this one
     * @return false if the film is another company's and may not pass
     */
    boolean put(UUID id, FilmDetails details, boolean moving, Instant now) {
        return jdbc.sql("""
                        insert into film (id, company_id, title, search, details, changed_at)
                        values (:id, :company, :title, :search, cast(:details as jsonb), :now)
                        on conflict (id) do update
                        set company_id = excluded.company_id, title = excluded.title, search = excluded.search,
                            details = excluded.details, changed_at = excluded.changed_at
                        where :moving or film.company_id = excluded.company_id""")
                        .param("id", id)
                        .param("company", details.companyId())
                        .param("title", details.title())
                        .param("search", searchText(details))
                        .param("details", json.writeValueAsString(details))
                        .param("now", Timestamp.from(now))
                        .param("moving", moving)
                        .update()
                == 1;
    }

    Optional<Film> find(UUID id) {
        return jdbc.sql("select film.id, company.name, film.details" + WITH_COMPANY + "where film.id = :id")
                .param("id", id)
                .query((row, number) -> film(row))
                .optional();
    }

    Map<UUID, String> titles(Collection<UUID> ids) {
        return jdbc
                .sql("select id, title from film where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The first so many by title. */
    List<Film> first(int most) {
        return jdbc.sql("select film.id, company.name, film.details" + WITH_COMPANY
                        + "order by film.title, film.id limit :most")
                .param("most", most)
                .query((row, number) -> film(row))
                .list();
    }

    PageOf<Film> list(@Nullable String words, @Nullable UUID company, @Nullable Territory territory, Paging paging) {
        long total = matching("select count(*)" + WITH_COMPANY + MATCHING, words, company, territory)
                .query(Long.class)
                .single();
        return PageOf.of(
                matching(
                                "select film.id, company.name, film.details" + WITH_COMPANY + MATCHING
                                        + "order by film.title, film.id limit :size offset :offset",
                                words,
                                company,
                                territory)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, number) -> film(row))
                        .list(),
                paging,
                total);
    }

    private StatementSpec matching(
            String sql, @Nullable String words, @Nullable UUID company, @Nullable Territory territory) {
        return jdbc.sql(sql)
                .param("pattern", SearchText.pattern(words))
                .param("company", company)
                .param(
                        "licence",
                        territory == null ? null : "{\"licences\":[{\"territories\":[\"%s\"]}]}".formatted(territory));
    }

    private Film film(ResultSet row) throws SQLException {
        return new Film(
                row.getObject(1, UUID.class), row.getString(2), json.readValue(row.getString(3), FilmDetails.class));
    }

    private static String searchText(FilmDetails details) {
        return SearchText.of(Stream.concat(
                Stream.of(details.title(), details.originalTitle()),
                details.otherTitles().stream().map(FilmDetails.Title::title)));
    }
}
