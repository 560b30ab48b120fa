package org.houselights.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where programs ask, and nobody gets a page. */
public final class Api {

    private static final String ROOT = "/api/";

    private Api() {}

    public static boolean isAskedBy(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ROOT);
    }
}
