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
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Venues {

    private static final String MATCHING = """
             from venue where search like :pattern
            and (cast(:city as text) is null or lower(city) = lower(:city))
            and (cast(:country as text) is null or country = :country)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Venues(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Enters a venue or replaces what is known of it; writing its row first makes everybody else who writes it wait. */
    void put(UUID id, VenueDetails details, Instant now) {
        jdbc.sql("""
                        insert into venue (id, name, city, country, search, details, changed_at)
                        values (:id, :name, :city, :country, :search, cast(:details as jsonb), :now)
                        on conflict (id) do update
                        set name = excluded.name, city = excluded.city, country = excluded.country,
                            search = excluded.search, details = excluded.details, changed_at = excluded.changed_at""")
                .param("id", id)
                .param("name", details.name())
                .param("city", details.city())
                .param("country", details.country().code())
                .param("search", SearchText.of(Stream.of(details.name(), details.address(), details.city())))
                .param("details", json.writeValueAsString(details))
                .param("now", Timestamp.from(now))
                .update();
    }

    void dropAuditoriaBut(UUID venue, List<Auditorium> kept) {
        jdbc.sql("delete from auditorium where venue_id = :venue and id not in (:kept)")
                .param("venue", venue)
                .param("kept", kept.stream().map(Auditorium::id).toList())
                .update();
    }

    /** Returns false if the auditorium is another venue's. */
    boolean putAuditorium(UUID venue, Auditorium auditorium) {
        return jdbc.sql("""
                        insert into auditorium (id, venue_id) values (:id, :venue)
                        on conflict (id) do update set venue_id = excluded.venue_id
                        where auditorium.venue_id = excluded.venue_id""").param("id", auditorium.id()).param("venue", venue).update() == 1;
    }

    void lockAuditorium(UUID id) {
        jdbc.sql("select id from auditorium where id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<Venue> find(UUID id) {
        return jdbc.sql("select id, details from venue where id = :id")
                .param("id", id)
                .query((row, number) -> venue(row))
                .optional();
    }

    Optional<Venue> findByAuditorium(UUID id) {
        return jdbc.sql("""
                        select venue.id, venue.details from venue join auditorium on auditorium.venue_id = venue.id
                        where auditorium.id = :id""").param("id", id).query((row, number) -> venue(row)).optional();
    }

    Map<UUID, String> namesByAuditorium(Collection<UUID> auditoria) {
        return jdbc
                .sql("""
                        select auditorium.id, venue.name from venue join auditorium on auditorium.venue_id = venue.id
                        where auditorium.id = any(:ids)""")
                .param("ids", auditoria.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    PageOf<Venue> list(@Nullable String words, @Nullable String city, @Nullable Territory country, Paging paging) {
        long total = matching("select count(*)" + MATCHING, words, city, country)
                .query(Long.class)
                .single();
        return PageOf.of(
                matching(
                                "select id, details" + MATCHING + "order by name, id limit :size offset :offset",
                                words,
                                city,
                                country)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, number) -> venue(row))
                        .list(),
                paging,
                total);
    }

    private StatementSpec matching(
            String sql, @Nullable String words, @Nullable String city, @Nullable Territory country) {
        return jdbc.sql(sql)
                .param("pattern", SearchText.pattern(words))
                .param("city", city)
                .param("country", country == null ? null : country.code());
    }

    private Venue venue(ResultSet row) throws SQLException {
        return new Venue(row.getObject(1, UUID.class), json.readValue(row.getString(2), VenueDetails.class));
    }
}
