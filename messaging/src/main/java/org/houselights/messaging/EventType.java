package org.houselights.messaging;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The name of an event on the wire and the topic it goes to. Both are part of the contract and never a Java name. */
@Target(TYPE)
@Retention(RUNTIME)
public @interface EventType {

    String topic();

    /** The CloudEvents type, for example {@code org.houselights.ScreeningOnSale}. */
    String type();
}
