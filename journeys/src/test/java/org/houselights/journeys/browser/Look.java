package org.houselights.journeys.browser;

/** On what somebody looks at the pages. */
record Look(int width, int height, boolean scripts) {

    static final Look PHONE = new Look(360, 740, true);
    static final Look DESKTOP = new Look(1280, 900, true);

    Look withoutScripts() {
        return new Look(width, height, false);
    }
}
