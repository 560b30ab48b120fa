/** What the OpenAPI description of every service says alike: how to sign in, who may call, and what a problem looks like. */
@NullMarked
package org.houselights.web.openapi;

import org.jspecify.annotations.NullMarked;
