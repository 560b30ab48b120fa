package org.houselights.notification.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * The screening in the attendee's calendar. One order is one entry for good: the same UID, and a SEQUENCE that rises with
 * every event, so that a calendar updates or cancels what it has instead of adding another.
 */
record CalendarEntry(
        Facts.Screening screening, Facts.Order order, Status status, long sequence, Instant at, String domain) {

    /** The entry that goes with a mail of this kind, if any does. */
    static @Nullable CalendarEntry of(Mail mail, String domain) {
        Status status = switch (mail.kind()) {
            case PLEDGE_RECEIVED, PLEDGE_ALTERED -> ImmutableStatus.VEVENT_TENTATIVE;
            case TICKETS_ISSUED -> ImmutableStatus.VEVENT_CONFIRMED;
            case PLEDGE_CANCELLED, ORDER_DROPPED, MISSED_NOT_CHARGED, CANCELLED_NOT_CHARGED, REFUND_COMING, REFUNDED ->
                ImmutableStatus.VEVENT_CANCELLED;
            default -> null;
        };
        return status == null
                ? null
                : new CalendarEntry(
                        mail.facts().theScreening(),
                        mail.facts().theOrder(),
                        status,
                        mail.sequence(),
                        mail.happenedAt(),
                        domain);
    }

    byte[] ics(String place, String description) {
        VEvent event = new VEvent(false);
        // Times are in UTC, which every calendar shows in its owner's zone; no zone tables have to travel along.
        event.add(new Uid(order.id() + "@" + domain))
                .add(new DtStamp(at))
                .add(new DtStart<>(screening.startsAt()))
                .add(new DtEnd<>(screening.endsAt()))
                .add(new Sequence(Math.toIntExact(sequence)))
                .add(status)
                .add(new Summary(screening.film().title()))
                .add(new Location(place))
                .add(new Description(description))
                .add(new Url(order.link()));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Houselights//Houselights//EN"))
                .add(ImmutableVersion.VERSION_2_0)
                .add(ImmutableCalScale.GREGORIAN)
                .add(ImmutableMethod.PUBLISH);
        calendar.add(event);
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }
}
