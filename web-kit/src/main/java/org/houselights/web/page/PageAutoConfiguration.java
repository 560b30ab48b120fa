package org.houselights.web.page;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.houselights.web.HouseSettings;
import org.houselights.web.WebAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Pages: the same words, formats and files in every service. */
@AutoConfiguration(
        after = WebAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
            "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PageAutoConfiguration {

    /** The service's own words, and those of the house. */
    @Bean
    MessageSource messageSource(@Value("${spring.application.name}") String service) {
        return new Words(service, "house");
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean("format")
    Formats formats(MessageSource words, Clock clock) {
        return new Formats(words, clock);
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    StillTheSame stillTheSame() {
        return new StillTheSame();
    }

    @Bean
    ShallowEtagHeaderFilter hashesOfPages() {
        return StillTheSame.filter();
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> linksToAssets() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(new LinksToAssets());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    ProblemPages problemPages() {
        return new ProblemPages();
    }

    @Bean("page")
    Page page(HouseSettings house) {
        return new Page(house);
    }
}
