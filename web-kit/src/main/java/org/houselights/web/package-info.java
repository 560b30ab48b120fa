/** What the web face of every service shares: problem answers, money, paging, who may call what, and calls that take effect once. */
@NullMarked
package org.houselights.web;

import org.jspecify.annotations.NullMarked;
