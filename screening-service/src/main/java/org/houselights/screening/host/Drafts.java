package org.houselights.screening.host;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What hosts typed and didn't send yet. Nobody else sees it. */
@Repository
class Drafts {

    /** How many drafts somebody may keep. */
    static final int MOST = 20;

    private static final int LONGEST = 10_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    record Kept(UUID id, ProposalForm form) {}

    /** Returns false if it isn't kept: there are too many, it is too long, it is somebody else's, or it was proposed already. */
    boolean keep(UUID id, ProposalForm form, Caller owner) {
        String text = json.writeValueAsString(form);
        return text.length() <= LONGEST
                && jdbc.sql("""
                                insert into draft (id, owner_id, form, changed_at)
                                select :id, :owner, cast(:form as jsonb), :now
                                where exists (select from person where id = :owner)
                                and not exists (select from screening where id = :id)
                                and (select count(*) from draft where owner_id = :owner and id <> :id) < :most
                                on conflict (id) do update
                                set form = excluded.form, changed_at = excluded.changed_at
                                where draft.owner_id = excluded.owner_id""")
                                .param("id", id)
                                .param("owner", owner.personId())
                                .param("form", text)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("most", MOST)
                                .update()
                        == 1;
    }

    Optional<Kept> find(UUID id, Caller owner) {
        return jdbc.sql("select id, form from draft where id = :id and owner_id = :owner")
                .param("id", id)
                .param("owner", owner.personId())
                .query((row, number) -> kept(row))
                .optional();
    }

    /** The one last worked on first. */
    List<Kept> of(Caller owner) {
        return jdbc.sql("select id, form from draft where owner_id = :owner order by changed_at desc, id")
                .param("owner", owner.personId())
                .query((row, number) -> kept(row))
                .list();
    }

    void drop(UUID id, Caller owner) {
        jdbc.sql("delete from draft where id = :id and owner_id = :owner")
                .param("id", id)
                .param("owner", owner.personId())
                .update();
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getObject(1, UUID.class), json.readValue(row.getString(2), ProposalForm.class));
    }
}
