package org.houselights.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.houselights.web.Api;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers 304 where what is {@link AskedAgain} is still the same, which its hash tells: whatever a page depends on, the hour and the
 * language among it, shows in what is written. All other answers go out as they are written, without being kept for their hash.
 */
final class StillTheSame implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ASKING_EACH_TIME = "private, no-cache";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(AskedAgain.class)
                && Page.signedIn() == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, ASKING_EACH_TIME);
        } else {
            ShallowEtagHeaderFilter.disableContentCaching(request);
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    /** Weak, since Tomcat compresses nothing that has a strong one. */
    static ShallowEtagHeaderFilter filter() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return Api.isAskedBy(request);
            }
        };
        filter.setWriteWeakETag(true);
        return filter;
    }
}
