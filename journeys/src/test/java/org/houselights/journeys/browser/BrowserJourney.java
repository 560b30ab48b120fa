package org.houselights.journeys.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.houselights.journeys.Journey;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journeys through the pages. They are skipped where there is no Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Journey
@ExtendWith(Browsing.class)
@interface BrowserJourney {}
