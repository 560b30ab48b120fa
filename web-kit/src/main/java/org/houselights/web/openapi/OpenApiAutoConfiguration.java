package org.houselights.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.HouseSettings;
import org.houselights.web.Network;
import org.houselights.web.Paging;
import org.houselights.web.Who;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.HandlerMethod;

/** The OpenAPI description. */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Network.class, Paging.class);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(HouseSettings house, @Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Houselights: " + service).version("1"))
                .servers(List.of(new Server().url(house.publicUrl().toString())))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    GlobalOperationCustomizer operations() {
        return OpenApiAutoConfiguration::complete;
    }

    private static Operation complete(Operation operation, HandlerMethod handler) {
        Allow rule = handler.getMethodAnnotation(Allow.class);
        if (rule != null) {
            allow(operation, List.of(rule.value()));
        }
        if (operation.getParameters() != null) {
            // An optional caller is not told from a query parameter by its type alone.
            operation.getParameters().removeIf(each -> "caller".equals(each.getName()));
        }
        if (Arrays.stream(handler.getMethodParameters()).anyMatch(each -> each.getParameterType() == Paging.class)) {
            operation.addParametersItem(number("page", 0, Paging.LAST_PAGE, 0));
            operation.addParametersItem(number("size", 1, Paging.LARGEST, Paging.USUAL));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
        return operation;
    }

    private static void allow(Operation operation, List<Who> allowed) {
        if (allowed.stream().noneMatch(who -> who == Who.ANYONE || who == Who.LINK_HOLDER)) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        }
        String who = allowed.stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(said + "For: " + who + ".");
    }

    private static QueryParameter number(String name, int from, int to, int usual) {
        IntegerSchema schema = new IntegerSchema();
        schema.minimum(BigDecimal.valueOf(from)).maximum(BigDecimal.valueOf(to));
        schema.setDefault(usual);
        QueryParameter parameter = new QueryParameter();
        parameter.name(name).schema(schema);
        return parameter;
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri").description("Stable, for programs to tell by"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What went wrong this time, for people"))
                .addProperty("instance", new StringSchema().format("uri"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }
}
