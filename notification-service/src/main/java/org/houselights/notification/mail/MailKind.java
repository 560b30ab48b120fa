package org.houselights.notification.mail;

/**
 * Every mail that the house sends: to whom, and when. The words of each stand in {@code words/mail.properties} under
 * its name.
 */
public enum MailKind {
    /** To the host, as soon as the proposal arrived. The only news that also goes to the one who made it: it is the receipt. */
    PROPOSAL_RECEIVED(Reader.HOST, Holds.UNTIL_OVERTAKEN),
    /** To every contact of the film's distributor, when a proposal is sent or sent again, unless a rule of theirs approves it. */
    PROPOSAL_WAITING(Reader.DISTRIBUTOR, Holds.UNTIL_OVERTAKEN),
    /** To every contact of the film's distributor, when the host takes the proposal back. */
    PROPOSAL_WITHDRAWN(Reader.DISTRIBUTOR, Holds.FOR_GOOD),
    /** To the host, when the distributor asks for changes; carries the reason. */
    CHANGES_ASKED(Reader.HOST, Holds.UNTIL_OVERTAKEN),
    /** To the host, when the distributor declines; carries the reason. */
    PROPOSAL_DECLINED(Reader.HOST, Holds.FOR_GOOD),
    /** To the host, when nobody decided in time. */
    PROPOSAL_LAPSED(Reader.HOST, Holds.FOR_GOOD),
    /** To the host, when the distributor approves and tickets go on sale; carries the links and the share kit. */
    PROPOSAL_APPROVED(Reader.HOST, Holds.WHILE_IT_GOES_ON),
    /** To the host, when the distributor approves a screening without a threshold: approved means confirmed. */
    APPROVED_AND_CONFIRMED(Reader.HOST, Holds.WHILE_IT_GOES_ON),
    /** To the host, when the pledges reach the threshold and the charging begins. */
    THRESHOLD_REACHED(Reader.HOST, Holds.WHILE_IT_GOES_ON),
    /** To the host, when enough money was collected. */
    HOST_CONFIRMED(Reader.HOST, Holds.WHILE_IT_GOES_ON),
    /** To the host, when the pre-sale ended below the threshold. */
    HOST_MISSED(Reader.HOST, Holds.FOR_GOOD),
    /** To the host, when somebody else cancelled. */
    HOST_CANCELLED(Reader.HOST, Holds.FOR_GOOD),
    /** To every contact of the distributor who didn't decide it, when the screening is confirmed. */
    DISTRIBUTOR_CONFIRMED(Reader.DISTRIBUTOR, Holds.WHILE_IT_GOES_ON),
    /** To every contact of the distributor, when the pre-sale ended below the threshold. */
    DISTRIBUTOR_MISSED(Reader.DISTRIBUTOR, Holds.FOR_GOOD),
    /** To every contact of the distributor who didn't cancel it, when the screening is cancelled. */
    DISTRIBUTOR_CANCELLED(Reader.DISTRIBUTOR, Holds.FOR_GOOD),

    /** To the attendee, when the pledge is in and the card is saved, not charged; carries a tentative calendar entry. */
    PLEDGE_RECEIVED(Reader.ATTENDEE, Holds.WHILE_IT_GOES_ON),
    /** To the attendee, when the pledge was altered; updates the calendar entry. */
    PLEDGE_ALTERED(Reader.ATTENDEE, Holds.WHILE_IT_GOES_ON),
    /** To the attendee, when the pledge was cancelled; cancels the calendar entry. */
    PLEDGE_CANCELLED(Reader.ATTENDEE, Holds.FOR_GOOD),
    /** To the attendee, when the card was charged: the receipt. Not for free tickets. */
    ORDER_CHARGED(Reader.ATTENDEE, Holds.FOR_GOOD),
    /** To the attendee, when the charge failed; carries the link to give another card, and until when. */
    CARD_FAILED(Reader.ATTENDEE, Holds.WHILE_IT_GOES_ON),
    /** To the attendee, when the card could not be charged in time; cancels the calendar entry. */
    ORDER_DROPPED(Reader.ATTENDEE, Holds.FOR_GOOD),
    /** To the attendee, when the tickets are issued: all of the order, QR codes inside, and the confirmed calendar entry. */
    TICKETS_ISSUED(Reader.ATTENDEE, Holds.WHILE_IT_GOES_ON),
    /** To the attendee who wasn't charged, when the threshold was missed; cancels the calendar entry. */
    MISSED_NOT_CHARGED(Reader.ATTENDEE, Holds.FOR_GOOD),
    /** To the attendee who wasn't charged, when the screening is cancelled; cancels the calendar entry. */
    CANCELLED_NOT_CHARGED(Reader.ATTENDEE, Holds.FOR_GOOD),
    /** To the attendee who has paid, when the screening is off and before the refund was made; cancels the calendar entry. */
    REFUND_COMING(Reader.ATTENDEE, Holds.UNTIL_OVERTAKEN),
    /** To the attendee, when the refund was made; cancels the calendar entry. */
    REFUNDED(Reader.ATTENDEE, Holds.FOR_GOOD),
    /** To the attendee, when the host writes to those who pledged or to those with tickets: the host's own words. */
    HOST_MESSAGE(Reader.ATTENDEE, Holds.FOR_GOOD),

    /** To whoever asked to sign in. Its link is forgotten once the mail is sent. */
    SIGN_IN_LINK(Reader.VISITOR, Holds.FOR_GOOD);

    private final Reader reader;
    private final Holds holds;

    MailKind(Reader reader, Holds holds) {
        this.reader = reader;
        this.holds = holds;
    }

    public Reader reader() {
        return reader;
    }

    public Holds holds() {
        return holds;
    }

    /** Who reads it, and so what it tells of. */
    public enum Reader {
        HOST,
        DISTRIBUTOR,
        ATTENDEE,
        VISITOR
    }

    /** How long the news stays true. A mail that is no longer true is kept as outdated and never sent. */
    public enum Holds {
        /** Whatever happens later: a receipt, an end. */
        FOR_GOOD,
        /** Until something newer is known of the same screening or order. */
        UNTIL_OVERTAKEN,
        /** Until then, and only as long as the screening has not ended. */
        WHILE_IT_GOES_ON
    }
}
