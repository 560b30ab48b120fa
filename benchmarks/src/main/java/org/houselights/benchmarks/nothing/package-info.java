/** What a service is given besides its jar while it is measured. */
@NullMarked
package org.houselights.benchmarks.nothing;

import org.jspecify.annotations.NullMarked;
