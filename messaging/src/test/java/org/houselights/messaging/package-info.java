/** The guarantees of messaging, each with its test. */
@NullMarked
package org.houselights.messaging;

import org.jspecify.annotations.NullMarked;
