package org.houselights.web;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;

/**
 * Queries that repositories declare go to Hibernate as they are written: none is sorted or counted in another way, so nobody else has to
 * parse them. Spring Data would, each one and with a parser of its own, for a seventh of what the main thread does at a start (decision 18).
 */
@AutoConfiguration
@ConditionalOnClass(JpaRepositoryFactoryBean.class)
public class QueriesAsWritten {

    @Bean
    static BeanPostProcessor queriesAsWritten() {
        QueryEnhancerSelector plain = query -> QueryEnhancerFactories.fallback();
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof JpaRepositoryFactoryBean<?, ?, ?> repository) {
                    repository.setQueryEnhancerSelectorSource(plain);
                }
                return bean;
            }
        };
    }
}
