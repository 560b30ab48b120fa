package org.houselights.notification.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.houselights.notification.mail.SendMail.Result.Accepted;
import org.houselights.web.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The mails that people are owed or got. */
@Repository
class Mails {

    private static final String MATCHES = """
            where (:screening::uuid is null or screening_id = :screening)
              and (:status::text is null or status = :status)
              and (:kind::text is null or kind = :kind)
              and (:recipient::text is null or recipient = :recipient)
              and (:name::text is null or position(lower(:name) in lower(recipient_name)) > 0)
            """;

    /**
     * Earlier mails are looked for one by one ({@code offset}) and among all of their reader (by a status that no partial index knows): so
     * statistics of an hour in which nobody waited can't make it read all that wait.
     */
    static final String TAKE = """
            with due as (
                select m.id from mail m
                where m.status = 'WAITING' and m.due_at <= :now and m.id <> all (:inHand)
                  and not exists (
                      select from mail earlier
                      where earlier.recipient = m.recipient and earlier.screening_id = m.screening_id
                        and earlier.status not in ('SENT', 'FAILED', 'OUTDATED') and earlier.refusals = 0
                        and earlier.id < m.id
                      offset 0)
                order by m.due_at, m.id limit :most
                for update skip locked)
            update mail set due_at = :leaseEnd, attempts = attempts + 1, why = null
            where id = any (array(select id from due))
            returning mail.*
            """;

    /** A link that signs somebody in is of no more use here once its mail is closed. */
    private static final String FORGET_SECRETS =
            "facts = case when kind = 'SIGN_IN_LINK' then '{}'::jsonb else facts end";

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    Mails(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        // Facts written by another version of this service must stay readable.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    void add(List<Notice> notices, Instant now, Instant giveUpAt) {
        jdbc.batchUpdate(
                """
                insert into mail (id, kind, subject_id, revision, recipient, recipient_name, locale, screening_id, sequence,
                                  facts, status, why, happened_at, written_at, useful_until, due_at, give_up_at)
                values (:id, :kind, :subject, :revision, :recipient, :name, :locale, :screening, :sequence,
                        :facts::jsonb, :status, :why, :happenedAt, :now, :usefulUntil, :now, :giveUpAt)
                on conflict do nothing
                """,
                notices.stream()
                        .map(notice -> row(notice).addValue("now", at(now)).addValue("giveUpAt", at(giveUpAt)))
                        .toArray(SqlParameterSource[]::new));
    }

    private MapSqlParameterSource row(Notice notice) {
        return new MapSqlParameterSource("id", Ids.next())
                .addValue("kind", notice.kind().name())
                .addValue("subject", notice.subjectId())
                .addValue("revision", notice.revision())
                .addValue("recipient", notice.recipient().email())
                .addValue("name", notice.recipient().name())
                .addValue("locale", notice.recipient().locale())
                .addValue("screening", notice.screeningId())
                .addValue("sequence", notice.sequence())
                .addValue("facts", json.writeValueAsString(notice.facts()))
                .addValue("status", (notice.outdated() == null ? MailStatus.WAITING : MailStatus.OUTDATED).name())
                .addValue("why", notice.outdated())
                .addValue("happenedAt", at(notice.happenedAt()))
                .addValue("usefulUntil", at(notice.usefulUntil()));
    }

    /**
     * Takes what is due, oldest first. A mail waits for the earlier ones to the same reader about the same screening, so
     * that news arrive in their order, unless the mail server has put those off.
     *
     * @param inHand what the taker still has, and leaves alone
     */
    List<Mail> take(int most, Instant now, Duration lease, Collection<UUID> inHand) {
        return jdbc.query(
                TAKE,
                new MapSqlParameterSource("now", at(now))
                        .addValue("leaseEnd", at(now.plus(lease)))
                        .addValue("most", most)
                        .addValue("inHand", inHand.toArray(UUID[]::new)),
                (row, _) -> mail(row));
    }

    /** The mail server took them. True even for a sender whose lease is over: what was sent was sent. */
    @Transactional
    void close(List<Accepted> accepted, Instant now) {
        jdbc.batchUpdate(
                "update mail set status = 'SENT', sent_at = :now, subject_line = :subject, why = null, "
                        + FORGET_SECRETS + " where id = :id and status = 'WAITING' and copy = :copy",
                accepted.stream()
                        .map(mail ->
                                still(mail.mail()).addValue("now", at(now)).addValue("subject", mail.subjectLine()))
                        .toArray(SqlParameterSource[]::new));
    }

    void putOff(Mail mail, Instant until, int refusals, String why) {
        jdbc.update(
                "update mail set due_at = :until, refusals = :refusals, why = :why"
                        + " where id = :id and status = 'WAITING' and attempts = :attempts",
                still(mail)
                        .addValue("until", at(until))
                        .addValue("refusals", refusals)
                        .addValue("why", why));
    }

    void end(Mail mail, MailStatus status, String why) {
        jdbc.update(
                "update mail set status = :status, why = :why, " + FORGET_SECRETS
                        + " where id = :id and status = 'WAITING' and attempts = :attempts",
                still(mail).addValue("status", status.name()).addValue("why", why));
    }

    /** Whether the reader was already told something newer about the same subject; what a host writes is no news of it. */
    boolean isOvertaken(Mail mail) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select from mail where subject_id = :subject and recipient = :recipient
                                 and sequence > :sequence and status = 'SENT' and kind <> 'HOST_MESSAGE')
                """,
                new MapSqlParameterSource("subject", mail.subjectId())
                        .addValue("recipient", mail.recipient().email())
                        .addValue("sequence", mail.sequence()),
                Boolean.class));
    }

    /** Makes it due again: a failed or put-off one as it was, a sent one as a new copy. Returns whether it could be. */
    boolean sendAgain(UUID id, Instant now, Instant giveUpAt) {
        return jdbc.update(
                        """
                        update mail set due_at = :now, give_up_at = :giveUpAt, refusals = 0, why = null, sent_at = null,
                               copy = case status when 'SENT' then copy + 1 else copy end, status = 'WAITING'
                        where id = :id and kind <> 'SIGN_IN_LINK'
                          and (status in ('SENT', 'FAILED') or (status = 'WAITING' and why is not null))
                        """,
                        new MapSqlParameterSource("id", id)
                                .addValue("now", at(now))
                                .addValue("giveUpAt", at(giveUpAt)))
                == 1;
    }

    Optional<Mail> find(UUID id) {
        return jdbc
                .query("select * from mail where id = :id", new MapSqlParameterSource("id", id), (row, _) -> mail(row))
                .stream()
                .findFirst();
    }

    /** The screening as the latest mail about it tells of it; empty if nobody was written to about it. */
    Optional<Facts.Screening> screening(UUID id) {
        return jdbc
                .query(
                        "select facts from mail where screening_id = :id order by id desc limit 1",
                        new MapSqlParameterSource("id", id),
                        (row, _) -> json.readValue(row.getString("facts"), Facts.class))
                .stream()
                .findFirst()
                .map(Facts::theScreening);
    }

    /** How many mails about a screening there are of each status. */
    Map<MailStatus, Long> tally(UUID screeningId) {
        Map<MailStatus, Long> tally = new EnumMap<>(MailStatus.class);
        jdbc.query(
                "select status, count(*) from mail where screening_id = :id group by status",
                new MapSqlParameterSource("id", screeningId),
                row -> {
                    tally.put(MailStatus.valueOf(row.getString(1)), row.getLong(2));
                });
        return tally;
    }

    List<Mail> list(MailFilter filter, int size, long offset) {
        return jdbc.query(
                "select * from mail " + MATCHES + " order by id desc limit :size offset :offset",
                parameters(filter).addValue("size", size).addValue("offset", offset),
                (row, _) -> mail(row));
    }

    /** Those that wait because the mail server asked for patience or didn't answer, longest first. */
    List<Mail> putOff(int atMost) {
        return jdbc.query(
                "select * from mail where status = 'WAITING' and why is not null order by id limit :most",
                new MapSqlParameterSource("most", atMost),
                (row, _) -> mail(row));
    }

    long count(MailFilter filter) {
        return number(jdbc.queryForObject("select count(*) from mail " + MATCHES, parameters(filter), Long.class));
    }

    /** How many are due and not sent. */
    long backlog(Instant now) {
        return number(jdbc.queryForObject(
                "select count(*) from mail where status = 'WAITING' and due_at <= :now",
                new MapSqlParameterSource("now", at(now)),
                Long.class));
    }

    long failed() {
        return number(jdbc.queryForObject(
                "select count(*) from mail where status = 'FAILED'", new MapSqlParameterSource(), Long.class));
    }

    Optional<Instant> oldestWaiting() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select min(written_at) from mail where status = 'WAITING'",
                        new MapSqlParameterSource(),
                        Timestamp.class))
                .map(Timestamp::toInstant);
    }

    /** Deletes some of what was closed and written before the given time; returns how many. */
    int deleteSome(Instant before, int most) {
        return jdbc.update("""
                delete from mail where ctid = any (array(
                    select ctid from mail where status <> 'WAITING' and written_at < :before
                    order by written_at limit :most for update skip locked))
                """, new MapSqlParameterSource("before", at(before)).addValue("most", most));
    }

    private static long number(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static MapSqlParameterSource parameters(MailFilter filter) {
        return new MapSqlParameterSource("screening", filter.screeningId())
                .addValue(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .addValue("kind", filter.kind() == null ? null : filter.kind().name())
                .addValue("recipient", filter.recipient())
                .addValue("name", filter.name());
    }

    private static MapSqlParameterSource still(Mail mail) {
        return new MapSqlParameterSource("id", mail.id())
                .addValue("attempts", mail.attempts())
                .addValue("copy", mail.copy());
    }

    private Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                MailKind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getLong("revision"),
                new Recipient(row.getString("recipient_name"), row.getString("recipient"), row.getString("locale")),
                row.getObject("screening_id", UUID.class),
                row.getLong("sequence"),
                json.readValue(row.getString("facts"), Facts.class),
                MailStatus.valueOf(row.getString("status")),
                row.getString("subject_line"),
                row.getString("why"),
                instant(row, "happened_at"),
                instant(row, "written_at"),
                perhapsInstant(row, "useful_until"),
                instant(row, "due_at"),
                instant(row, "give_up_at"),
                row.getInt("attempts"),
                row.getInt("refusals"),
                row.getInt("copy"),
                perhapsInstant(row, "sent_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant perhapsInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
