package org.houselights.notification.mail;

import org.springframework.context.ApplicationContext;

/** The sending that a service does by itself after each commit. */
public final class Sending {

    private Sending() {}

    /** Waits until it has come to its end, and sends what it left. */
    public static void finish(ApplicationContext service) {
        service.getBean(SendDueMails.class).sendDue();
    }
}
