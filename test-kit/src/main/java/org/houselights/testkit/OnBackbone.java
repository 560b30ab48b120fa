package org.houselights.testkit;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * Gives a Spring test a database, a broker and an SMTP server of its own, set through the standard properties. The
 * servers are beans too: {@code Postgres.Database}, {@link Backbone.Kafka} and {@code GreenMail}.
 */
@Target(TYPE)
@Retention(RUNTIME)
@Inherited
@ContextConfiguration(initializers = BackboneInitializer.class)
public @interface OnBackbone {}
