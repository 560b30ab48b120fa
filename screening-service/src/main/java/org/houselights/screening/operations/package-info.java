/** Where an operator begins: the way to every page that mends something, and the events that are stuck in this service. */
@NullMarked
package org.houselights.screening.operations;

import org.jspecify.annotations.NullMarked;
