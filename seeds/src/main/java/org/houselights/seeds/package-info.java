/** Films, venues, people and screenings as readable files, and the program that loads them through the public API. */
@NullMarked
package org.houselights.seeds;

import org.jspecify.annotations.NullMarked;
