package org.houselights.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.houselights.web.Api;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Gives links to {@link Assets} their hashes. The API has none: there it would only be in the way of each header and attribute. */
final class LinksToAssets extends ResourceUrlEncodingFilter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Api.isAskedBy((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            super.doFilter(request, response, chain);
        }
    }
}
