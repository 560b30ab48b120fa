/** What the tests of all features of the service share. */
@NullMarked
package org.houselights.screening;

import org.jspecify.annotations.NullMarked;
