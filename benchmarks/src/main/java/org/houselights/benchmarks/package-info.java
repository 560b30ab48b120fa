/** Measures the real jars on this machine, each figure against a limit that is measured in the same run. */
@NullMarked
package org.houselights.benchmarks;

import org.jspecify.annotations.NullMarked;
