package org.houselights.web.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.houselights.web.HouseSettings;
import org.houselights.web.ProblemException;
import org.houselights.web.Sentence;
import org.houselights.web.SessionRevocations;
import org.houselights.web.WebAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who is calling, and what is open to them. */
@AutoConfiguration(
        after = WebAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class AccessAutoConfiguration {

    private static final Duration KEYS_WITHIN = Duration.ofSeconds(2);
    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** With its own keys where the service has them, otherwise with those published by the service that signs. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(HouseSettings house, Clock clock, ObjectProvider<JWKSource<SecurityContext>> own) {
        JWKSource<SecurityContext> keys = own.getIfAvailable();
        NimbusJwtDecoder decoder = keys == null
                ? remote(house)
                : NimbusJwtDecoder.withJwkSource(keys)
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(rules(house, clock));
        return decoder;
    }

    private static NimbusJwtDecoder remote(HouseSettings house) {
        if (house.tokenJwkSetUri() == null) {
            throw new IllegalStateException("Sign-in tokens can't be checked: set HOUSELIGHTS_TOKEN_JWK_SET_URI");
        }
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(KEYS_WITHIN);
        requests.setReadTimeout(KEYS_WITHIN);
        return NimbusJwtDecoder.withJwkSetUri(house.tokenJwkSetUri().toString())
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .restOperations(new RestTemplate(requests))
                .build();
    }

    private static OAuth2TokenValidator<Jwt> rules(HouseSettings house, Clock clock) {
        JwtTimestampValidator notOver = new JwtTimestampValidator(Duration.ZERO);
        notOver.setClock(clock);
        notOver.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                notOver,
                new JwtIssuerValidator(house.publicUrl().toString()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(TokenClaims.AUDIENCE)));
    }

    /** Requests are measured as a whole: measuring each of a dozen filters besides would cost more than the filters. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Opens everything, because {@link AllowInterceptor} decides endpoint by endpoint; here is what holds for all of them. A request knows no
     * more of who is calling than {@link SignInFilter} tells it: what else keeps, names or looks for somebody costs each request and finds nobody.
     */
    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain accessFilterChain(
            HttpSecurity http, HouseSettings house, JwtDecoder decoder, SessionRevocations revocations)
            throws Exception {
        return http.securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new SignInFilter(new Tokens(decoder, revocations), house.sessionCookie()), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(request -> !SAFE.contains(request.getMethod()) && isByCookie()))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler((request, response, denied) -> {
                    throw new ProblemException(
                            HttpStatus.FORBIDDEN,
                            "csrf-token-missing",
                            Sentence.of("csrf.missing", CsrfTokens.COOKIE, CsrfTokens.HEADER));
                }))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new ProtectiveHeaders()))
                .build();
    }

    /** Names of headers aren't checked once more: those that arrive are tokens, or Tomcat answers 400, and those that are asked for are our own. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(any -> true);
        return firewall;
    }

    private static boolean isByCookie() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                && known.byCookie();
    }

    @Bean
    WebMvcConfigurer accessRules() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new AllowInterceptor());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    /** Fails, and with it the start, if an endpoint doesn't say who may call it. */
    @Bean
    EndpointRights endpointRights(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new EndpointRights(mapping);
    }
}
