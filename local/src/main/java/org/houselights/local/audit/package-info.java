/** Reads the databases and topics of an open house, and tells what does not add up. */
@NullMarked
package org.houselights.local.audit;

import org.jspecify.annotations.NullMarked;
