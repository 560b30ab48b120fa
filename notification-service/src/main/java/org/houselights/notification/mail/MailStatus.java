package org.houselights.notification.mail;

/** What became of a mail. */
enum MailStatus {
    /** It is to be sent, now or after the mail server asked for patience. */
    WAITING,
    /** The mail server took it. */
    SENT,
    /** It will not be sent unless an operator asks for it: refused for good, or put off for too long. */
    FAILED,
    /** It was not sent, because it was no longer true or no longer of use. */
    OUTDATED
}
