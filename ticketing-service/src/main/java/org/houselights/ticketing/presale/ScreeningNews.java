package org.houselights.ticketing.presale;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What ticketing reads of every screening event: whose it is, how new it is, and the snapshot to pass on. */
record ScreeningNews(UUID screeningId, long sequence, JsonNode screening) {}
