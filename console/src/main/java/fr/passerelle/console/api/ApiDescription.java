package fr.passerelle.console.api;

import fr.passerelle.console.api.ApiAnswer.AnswerProvenance;
import fr.passerelle.console.api.ApiCollection.ItemQuery;
import fr.passerelle.schemas.contract.RecordJson;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes the API from the list of its collections and the schemas of their records. */
@Component
class ApiDescription implements OpenApiCustomizer {

    private static final String BASIC = "compte";

    private final ApiCollections datasets;
    private final DescriptionWords words;

    ApiDescription(ApiCollections datasets, DescriptionWords words) {
        this.datasets = datasets;
        this.words = words;
    }

    @Override
    public void customise(OpenAPI description) {
        AvroSchemas schemas = new AvroSchemas(words);
        Paths paths = new Paths();
        for (ApiCollection dataset : datasets.all()) {
            Operations operations = new Operations(dataset, words);
            paths.addPathItem(ApiV1.ROOT + dataset.path(), new PathItem().get(operations.page()));
            dataset.key()
                    .ifPresent(key -> paths.addPathItem(
                            ApiV1.ROOT + dataset.path() + "/{" + key + "}", new PathItem().get(operations.one(key))));
            addAnswers(schemas, dataset);
        }
        description
                .info(new Info()
                        .title(words.of("title"))
                        .version("1")
                        .description(words.of("description"))
                        .license(new License().name("Apache License 2.0").identifier("Apache-2.0")))
                .paths(paths)
                .components(components(schemas))
                .servers(List.of(new Server().url("/").description(words.of("server"))))
                .tags(tags())
                .security(List.of(new SecurityRequirement().addList(BASIC)));
    }

    private Components components(AvroSchemas schemas) {
        Components components = new Components()
                .addSecuritySchemes(
                        BASIC,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description(words.of("basic")));
        schemas.components().forEach(components::addSchemas);
        return components.addSchemas("Problem", problem()).addSchemas("Place", place());
    }

    private void addAnswers(AvroSchemas schemas, ApiCollection dataset) {
        Schema<?> publication = schemas.record(AnswerProvenance.SCHEMA);
        Schema<?> item = schemas.record(dataset.schema());
        schemas.components()
                .put(
                        dataset.pageName(),
                        object(
                                words.of("page"),
                                Map.of(
                                        "publication",
                                        publication,
                                        "page",
                                        new JsonSchema().$ref(AvroSchemas.ROOT + "Place"),
                                        "items",
                                        new JsonSchema().typesItem("array").items(item))));
        if (dataset.key().isPresent()) {
            schemas.components()
                    .put(
                            dataset.answerName(),
                            object(words.of("answer"), Map.of("publication", publication, "item", item)));
        }
    }

    private List<Tag> tags() {
        return datasets.all().stream()
                .map(dataset ->
                        new Tag().name(dataset.path()).description(words.of("summary.page." + dataset.path()) + "."))
                .toList();
    }

    private Schema<?> place() {
        Schema<?> integer = new JsonSchema().typesItem("integer");
        return object(
                words.of("place"), Map.of("number", integer, "size", integer, "pages", integer, "items", integer));
    }

    private Schema<?> problem() {
        Schema<?> text = new JsonSchema().typesItem("string");
        Schema<?> problem = object(
                words.of("problem"),
                Map.of("title", text, "status", new JsonSchema().typesItem("integer"), "detail", text));
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static Schema<?> object(String description, Map<String, Schema<?>> fields) {
        Schema<?> object = new JsonSchema().typesItem("object").description(description);
        object.setAdditionalProperties(false);
        fields.keySet().stream().sorted().forEach(name -> {
            object.addProperty(name, fields.get(name));
            object.addRequiredItem(name);
        });
        return object;
    }

    /** The schemas of the contract as JSON Schema writes them: every field is there, and none other. */
    static final class AvroSchemas {

        static final String ROOT = "#/components/schemas/";

        private static final Map<org.apache.avro.Schema.Type, String> TYPES = Map.of(
                org.apache.avro.Schema.Type.INT, "integer",
                org.apache.avro.Schema.Type.LONG, "integer",
                org.apache.avro.Schema.Type.FLOAT, "number",
                org.apache.avro.Schema.Type.DOUBLE, "number",
                org.apache.avro.Schema.Type.BYTES, "number",
                org.apache.avro.Schema.Type.BOOLEAN, "boolean",
                org.apache.avro.Schema.Type.STRING, "string");

        private final DescriptionWords words;
        private final Map<String, Schema<?>> components = new LinkedHashMap<>();

        AvroSchemas(DescriptionWords words) {
            this.words = words;
        }

        Map<String, Schema<?>> components() {
            return components;
        }

        /** A pointer to a record, which is added with all that it holds. */
        Schema<?> record(org.apache.avro.Schema record) {
            if (!components.containsKey(record.getName())) {
                Schema<?> object = new JsonSchema().typesItem("object");
                components.put(record.getName(), object);
                object.description(words.record(record));
                object.setAdditionalProperties(false);
                for (org.apache.avro.Schema.Field field : record.getFields()) {
                    Schema<?> property = of(field.schema());
                    property.description(words.field(record, field));
                    String name = RecordJson.decimalName(field.name());
                    object.addProperty(name, name.equals(field.name()) ? property : decimal(property));
                    object.addRequiredItem(name);
                }
            }
            return new JsonSchema().$ref(ROOT + record.getName());
        }

        private Schema<?> of(org.apache.avro.Schema schema) {
            return switch (schema.getType()) {
                case UNION -> nullable(of(schema.getTypes().getLast()));
                case RECORD -> record(schema);
                case ARRAY -> new JsonSchema().typesItem("array").items(of(schema.getElementType()));
                case ENUM -> choice(schema);
                default -> simple(schema);
            };
        }

        private static Schema<?> nullable(Schema<?> schema) {
            if (schema.get$ref() != null) {
                return new JsonSchema().anyOf(List.of(schema, new JsonSchema().typesItem("null")));
            }
            schema.setTypes(with(schema.getTypes(), "null"));
            if (schema.getEnum() != null) {
                schema.addEnumItemObject(null);
            }
            return schema;
        }

        /** Of what the log counts in hundredths. */
        private static Schema<?> decimal(Schema<?> counted) {
            Set<String> number = with(null, "number");
            counted.setTypes(counted.getTypes().contains("null") ? with(number, "null") : number);
            return counted;
        }

        private static Set<String> with(@Nullable Set<String> types, String another) {
            Set<String> all = new LinkedHashSet<>(types == null ? Set.of() : types);
            all.add(another);
            return all;
        }

        private static Schema<?> choice(org.apache.avro.Schema schema) {
            Schema<Object> choice = new JsonSchema();
            choice.setTypes(with(null, "string"));
            choice.setEnum(new ArrayList<>(schema.getEnumSymbols()));
            return choice;
        }

        private static Schema<?> simple(org.apache.avro.Schema schema) {
            if (schema.getLogicalType() instanceof LogicalTypes.Date) {
                return new JsonSchema().typesItem("string").format("date");
            }
            return new JsonSchema().typesItem(TYPES.get(schema.getType()));
        }
    }

    /** What may be asked of one collection, described. */
    record Operations(ApiCollection dataset, DescriptionWords words) {

        Operation page() {
            ApiResponse answered = answered(dataset.pageName()).addHeaderObject("Link", header("link"));
            Operation operation = operation("page", answered);
            dataset.filters().forEach(field -> operation.addParametersItem(filter(field)));
            return operation
                    .addParametersItem(number("page", 1, Integer.MAX_VALUE / ItemQuery.MOST))
                    .addParametersItem(number("size", ItemQuery.USUAL, ItemQuery.MOST));
        }

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
}
