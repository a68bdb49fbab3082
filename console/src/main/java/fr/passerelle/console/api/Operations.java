package fr.passerelle.console.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What may be asked of one collection, described. */
record Operations(ApiCollection dataset, DescriptionWords words) {

    /** One page of it. */
    Operation page() {
        ApiResponse answered = answered(dataset.pageName()).addHeaderObject("Link", header("link"));
        Operation operation = operation("page", answered);
        dataset.filters().forEach(field -> operation.addParametersItem(filter(field)));
        return operation
                .addParametersItem(number("page", 1, Integer.MAX_VALUE / ItemQuery.MOST))
                .addParametersItem(number("size", ItemQuery.USUAL, ItemQuery.MOST));
    }

    /** One of its items. */
    Operation one(String key) {
        return operation("one", answered(dataset.answerName()))
                .addParametersItem(new Parameter()
                        .in("path")
                        .name(key)
                        .required(true)
                        .description(words.of("key." + key))
                        .schema(text()));
    }

    private Operation operation(String kind, ApiResponse answered) {
        return new Operation()
                .operationId(dataset.path() + "-" + kind)
                .addTagsItem(dataset.path())
                .summary(words.of("summary." + kind + "." + dataset.path()))
                .addParametersItem(new Parameter()
                        .in("header")
                        .name("If-None-Match")
                        .description(words.of("if-none-match"))
                        .schema(text()))
                .responses(responses(answered));
    }

    private ApiResponses responses(ApiResponse answered) {
        ApiResponses responses = new ApiResponses()
                .addApiResponse("200", answered)
                .addApiResponse("304", new ApiResponse().description(words.of("status.304")));
        for (String status : new String[] {"400", "401", "403", "404", "406"}) {
            responses.addApiResponse(
                    status,
                    new ApiResponse()
                            .description(words.of("status." + status))
                            .content(new Content().addMediaType("application/problem+json", of("Problem"))));
        }
        return responses;
    }

    private ApiResponse answered(String answer) {
        return new ApiResponse()
                .description(words.of("status.200"))
                .addHeaderObject("ETag", header("etag"))
                .content(new Content()
                        .addMediaType("application/json", of(answer))
                        .addMediaType("text/csv", new MediaType().schema(text())));
    }

    private Header header(String name) {
        return new Header().description(words.of("header." + name)).schema(text());
    }

    private Parameter filter(String field) {
        return new Parameter()
                .in("query")
                .name(field)
                .description(words.of("filter") + " "
                        + words.field(dataset.schema(), dataset.schema().getField(field)))
                .schema(values(dataset.values(field).codes()));
    }

    private Parameter number(String name, int usual, int most) {
        Schema<?> schema = new JsonSchema().typesItem("integer");
        schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(most));
        schema.setDefault(usual);
        return new Parameter()
                .in("query")
                .name(name)
                .description(words.of("query." + name))
                .schema(schema);
    }

    private static MediaType of(String schema) {
        return new MediaType().schema(new JsonSchema().$ref(AvroSchemas.ROOT + schema));
    }

    private static Schema<?> values(List<String> codes) {
        Schema<Object> values = new JsonSchema();
        values.setTypes(Set.of("string"));
        if (!codes.isEmpty()) {
            values.setEnum(List.copyOf(codes));
        }
        return values;
    }

    private static Schema<?> text() {
        return new JsonSchema().typesItem("string");
    }
}
