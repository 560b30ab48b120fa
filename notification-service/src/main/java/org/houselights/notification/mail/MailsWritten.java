package org.houselights.notification.mail;

/** There may be something to send. */
record MailsWritten() {}
