/** For the tests of every service: callers of any role, and a walk over all endpoints with each of them. */
@NullMarked
package org.houselights.web.access;

import org.jspecify.annotations.NullMarked;
