/** The whole story, from proposal to confirmed, played against a running house and told step by step. */
@NullMarked
package org.houselights.local.story;

import org.jspecify.annotations.NullMarked;
