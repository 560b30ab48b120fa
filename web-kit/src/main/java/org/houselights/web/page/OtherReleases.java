package org.houselights.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * While a new release takes the place of an old one, a page of either names files by hashes that the other doesn't know. They are
 * answered with the file as it is here, to be forgotten at once, rather than with a page without its looks.
 */
final class OtherReleases extends AbstractResourceResolver {

    private static final Pattern HASHED = Pattern.compile("(.+)-[0-9a-f]{32}(\\.\\w+)");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource known = chain.resolveResource(request, path, locations);
        Matcher hashed = HASHED.matcher(path);
        if (known != null || !hashed.matches()) {
            return known;
        }
        Resource here = chain.resolveResource(request, hashed.group(1) + hashed.group(2), locations);
        return here == null ? null : new ForNow(here);
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private static final class ForNow extends TransformedResource implements HttpResource {

        ForNow(Resource here) {
            super(here, bytes(here));
        }

        private static byte[] bytes(Resource here) {
            try {
                return here.getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.setCacheControl(CacheControl.noCache());
            return headers;
        }
    }
}
