package org.houselights.web.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an endpoint whose answer browsers may keep if they ask each time whether it is still the same; while it is, the answer is a line
 * without a body (304). What is shown to somebody who is signed in is kept by nobody.
 *
 * <p>It is for pages that show everybody the same. A form with a key or a token of its own is another one each time.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AskedAgain {}
