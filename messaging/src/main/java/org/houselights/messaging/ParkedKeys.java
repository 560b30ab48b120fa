package org.houselights.messaging;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys whose events wait for an operator, because the broker kept refusing the first of them. */
public class ParkedKeys {

    /** @param waiting events of the key that wait behind the refused one, it included */
    public record ParkedKey(String topic, String key, int attempts, String cause, Instant parkedAt, long waiting) {}

    private final JdbcClient jdbc;
    private final RelayBell bell;

    ParkedKeys(JdbcClient jdbc, RelayBell bell) {
        this.jdbc = jdbc;
        this.bell = bell;
    }

    public List<ParkedKey> list(int atMost) {
        return jdbc.sql("""
                        select t.*, (select count(*) from outbox o where o.topic = t.topic and o.key = t.key) as waiting
                        from outbox_trouble t where parked_at is not null order by parked_at limit ?""")
                .param(atMost)
                .query((row, n) -> new ParkedKey(
                        row.getString("topic"),
                        row.getString("key"),
                        row.getInt("attempts"),
                        row.getString("cause"),
                        row.getTimestamp("parked_at").toInstant(),
                        row.getLong("waiting")))
                .list();
    }

    /** Lets the relay try the key again, with all its attempts. @return false if the key is not parked */
    public boolean release(String topic, String key) {
        boolean released = jdbc.sql("delete from outbox_trouble where topic = ? and key = ? and parked_at is not null")
                        .params(topic, key)
                        .update()
                == 1;
        bell.ring();
        return released;
    }
}
