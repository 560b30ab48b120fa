package org.houselights.ticketing.order.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
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
import org.houselights.ticketing.order.OrderFacts;
import org.houselights.ticketing.order.OrderStatus;
import org.houselights.ticketing.presale.Show;

/**
 * The screening for the attendee's calendar. It is the entry that the mails bring, too: the order's UID and a SEQUENCE that rises
 * with the order, so that a calendar updates what it has instead of adding another.
 */
record CalendarFile(Show show, OrderFacts order, String domain) {

    byte[] ics(Instant now) {
        VEvent event = new VEvent(false);
        // Times are in UTC, which every calendar shows in its owner's zone; no zone tables have to travel along.
        event.add(new Uid(order.id() + "@" + domain))
                .add(new DtStamp(now))
                .add(new DtStart<>(show.startsAt()))
                .add(new DtEnd<>(show.endsAt()))
                .add(new Sequence(Math.toIntExact(order.revision())))
                .add(status(order.status()))
                .add(new Summary(show.film().title()))
                .add(new Location(show.place()))
                .add(new Url(URI.create(order.link())));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Houselights//Houselights//EN"))
                .add(ImmutableVersion.VERSION_2_0)
                .add(ImmutableCalScale.GREGORIAN)
                .add(ImmutableMethod.PUBLISH);
        calendar.add(event);
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Status status(OrderStatus status) {
        return switch (status) {
            case PLEDGED, CHARGING, PAID, PAYMENT_FAILED -> ImmutableStatus.VEVENT_TENTATIVE;
            case TICKETED -> ImmutableStatus.VEVENT_CONFIRMED;
            case CANCELLED, RELEASED, DROPPED, REFUNDING, REFUNDED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }
}
