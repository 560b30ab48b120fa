package org.houselights.web.input;

import jakarta.servlet.Filter;
import java.util.List;
import org.houselights.web.WebSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.json.JsonMapper;

/** What a request may look like. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class InputAutoConfiguration {

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(WebSettings settings) {
        return ordered(new BodyLimitFilter(settings.bodyLimit()), 20);
    }

    @Bean
    FilterRegistrationBean<CleanAddressFilter> cleanAddressFilter() {
        return ordered(new CleanAddressFilter(), 30);
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int place) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    /** Commands are read strictly; the mapper that events are read with stays tolerant. */
    @Bean
    ServerHttpMessageConvertersCustomizer strictJson(JsonMapper usual) {
        WholeJson strict = new WholeJson(StrictJson.from(usual));
        return converters -> converters.withJsonConverter(strict);
    }

    @Bean
    JsonFactoryBuilderCustomizer onlyUtf8() {
        return json -> json.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
    }

    @Bean
    WebMvcConfigurer inputArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PagingArgument());
                resolvers.add(new NetworkArgument());
            }
        };
    }
}
