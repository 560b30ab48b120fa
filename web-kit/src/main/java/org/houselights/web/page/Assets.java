package org.houselights.web.page;

import java.time.Duration;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The files of the pages. Their addresses hold the hash of what is in them, or the version of a library: browsers keep them, and a new
 * release has new addresses.
 */
final class Assets implements WebMvcConfigurer {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(KEPT)
                .resourceChain(false)
                .addResolver(cache("webjars"))
                .addResolver(new LiteWebJarsResourceResolver());
        // What is found for other releases stays out of the cache, or whoever makes hashes up would fill it.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(KEPT)
                .resourceChain(false)
                .addResolver(new OtherReleases())
                .addResolver(cache("assets"))
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        // Nothing is here. But a page that says so names files, and only what has a handler of files knows their
        // addresses.
        registry.addResourceHandler("/**").resourceChain(false).addResolver(new PathResourceResolver());
    }

    private static CachingResourceResolver cache(String name) {
        return new CachingResourceResolver(new ConcurrentMapCache(name));
    }
}
