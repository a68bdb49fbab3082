package fr.passerelle.console.api;

import fr.passerelle.console.api.ApiCollection.FieldValues;
import fr.passerelle.console.api.ApiCollection.ItemQuery;
import fr.passerelle.console.dataset.DatasetTables;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Describes the API from the list of its collections and the schemas of their records. */
@Component
record ApiDescription(ApiCollections datasets, DescriptionWords words) implements OpenApiCustomizer {

    private static final String BASIC = "compte";

    @Override
    public void customise(OpenAPI description) {
        AvroSchemas schemas = new AvroSchemas(words, new LinkedHashMap<>());
        Paths paths = new Paths();
        for (ApiCollection dataset : datasets.all()) {
            Operations operations = new Operations(dataset, words);
            String path = ApiV1.ROOT + dataset.path();
            paths.addPathItem(path, new PathItem().get(operations.page()));
            dataset.key()
                    .ifPresent(
                            key -> paths.addPathItem(path + "/{" + key + "}", new PathItem().get(operations.one(key))));
            Schema<?> publication = schemas.record(ApiAnswer.PROVENANCE);
            addAnswers(schemas.components(), dataset, publication, schemas.record(dataset.schema()));
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
        SecurityScheme basic =
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        Components components = new Components().addSecuritySchemes(BASIC, basic.description(words.of("basic")));
        schemas.components().forEach(components::addSchemas);
        Schema<?> number = type("integer");
        Schema<?> text = type("string");
        Schema<?> problem = object("problem", Map.of("title", text, "status", number, "detail", text));
        problem.setAdditionalProperties(true);
        return components
                .addSchemas("Problem", problem)
                .addSchemas(
                        "Place",
                        object("place", Map.of("number", number, "size", number, "pages", number, "items", number)));
    }

    private void addAnswers(
            Map<String, Schema<?>> components, ApiCollection dataset, Schema<?> publication, Schema<?> item) {
        components.put(
                dataset.pageName(),
                object("page", Map.of("publication", publication, "page", named("Place"), "items", list(item))));
        if (dataset.key().isPresent()) {
            components.put(dataset.answerName(), object("answer", Map.of("publication", publication, "item", item)));
        }
    }

    private List<Tag> tags() {
        return datasets.all().stream()
                .map(dataset -> new Tag().name(dataset.path()).description(words.summary("page", dataset) + "."))
                .toList();
    }

    private Schema<?> object(String says, Map<String, Schema<?>> fields) {
        Schema<?> object = type("object").description(words.of(says));
        object.setAdditionalProperties(false);
        fields.keySet().stream().sorted().forEach(name -> {
            object.addProperty(name, fields.get(name));
            object.addRequiredItem(name);
        });
        return object;
    }

    private static Schema<?> type(String name) {
        return new JsonSchema().typesItem(name);
    }

    private static Schema<?> list(Schema<?> items) {
        Schema<?> list = type("array");
        list.setItems(items);
        return list;
    }

    /** A pointer to a schema. */
    private static Schema<?> named(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** The schemas of the contract as JSON Schema writes them: every field is there, and none other. */
    record AvroSchemas(DescriptionWords words, Map<String, Schema<?>> components) {

        private static final Map<org.apache.avro.Schema.Type, String> TYPES = Map.of(
                org.apache.avro.Schema.Type.INT, "integer",
                org.apache.avro.Schema.Type.LONG, "integer",
                org.apache.avro.Schema.Type.FLOAT, "number",
                org.apache.avro.Schema.Type.DOUBLE, "number",
                org.apache.avro.Schema.Type.BYTES, "number",
                org.apache.avro.Schema.Type.BOOLEAN, "boolean",
                org.apache.avro.Schema.Type.STRING, "string");

        /** A pointer to a record, which is added with all that it holds. */
        Schema<?> record(org.apache.avro.Schema record) {
            if (!components.containsKey(record.getName())) {
                Schema<?> object = type("object");
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
            return named(record.getName());
        }

        private Schema<?> of(org.apache.avro.Schema schema) {
            return switch (schema.getType()) {
                case UNION -> nullable(of(schema.getTypes().getLast()));
                case RECORD -> record(schema);
                case ARRAY -> list(of(schema.getElementType()));
                case ENUM -> choice(schema);
                default -> simple(schema);
            };
        }

        private static Schema<?> nullable(Schema<?> schema) {
            if (schema.get$ref() != null) {
                return new JsonSchema().anyOf(List.of(schema, type("null")));
            }
            schema.addType("null");
            if (schema.getEnum() != null) {
                schema.addEnumItemObject(null);
            }
            return schema;
        }

        /** Of what the log counts in hundredths. */
        private static Schema<?> decimal(Schema<?> counted) {
            counted.setTypes(counted.getTypes().stream()
                    .map(type -> type.equals("null") ? type : "number")
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
            return counted;
        }

        private static Schema<?> choice(org.apache.avro.Schema schema) {
            Schema<Object> choice = new JsonSchema();
            choice.addType("string");
            choice.setEnum(new ArrayList<>(schema.getEnumSymbols()));
            return choice;
        }

        private static Schema<?> simple(org.apache.avro.Schema schema) {
            if (schema.getLogicalType() instanceof LogicalTypes.Date) {
                return type("string").format("date");
            }
            return type(Objects.requireNonNull(TYPES.get(schema.getType())));
        }
    }

    /** What may be asked of one collection, described. */
    record Operations(ApiCollection dataset, DescriptionWords words) {

        Operation page() {
            Operation operation =
                    operation("page", answered(dataset.pageName()).addHeaderObject("Link", header("link")));
            dataset.filters().forEach(name -> operation.addParametersItem(filter(name)));
            return operation
                    .addParametersItem(number("page", 1, Integer.MAX_VALUE / ItemQuery.MOST))
                    .addParametersItem(number("size", ItemQuery.USUAL, ItemQuery.MOST));
        }

        Operation one(String key) {
            return operation("one", answered(dataset.answerName()))
                    .addParametersItem(parameter("path", key, words.of("key." + key), type("string"))
                            .required(true));
        }

        private Operation operation(String kind, ApiResponse answered) {
            return new Operation()
                    .operationId(dataset.path() + "-" + kind)
                    .addTagsItem(dataset.path())
                    .summary(words.summary(kind, dataset))
                    .addParametersItem(parameter("header", "If-None-Match", words.of("if-none-match"), type("string")))
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
                                .content(content("application/problem+json", named("Problem"))));
            }
            return responses;
        }

        private ApiResponse answered(String answer) {
            return new ApiResponse()
                    .description(words.of("status.200"))
                    .addHeaderObject("ETag", header("etag"))
                    .content(content("application/json", named(answer))
                            .addMediaType("text/csv", new MediaType().schema(type("string"))));
        }

        private static Content content(String type, Schema<?> schema) {
            return new Content().addMediaType(type, new MediaType().schema(schema));
        }

        private Header header(String name) {
            return new Header().description(words.of("header." + name)).schema(type("string"));
        }

        private Parameter filter(String name) {
            org.apache.avro.Schema.Field field = dataset.schema().getField(name);
            List<String> codes = new FieldValues(dataset.schema(), name).codes();
            Schema<Object> values = new JsonSchema();
            values.addType("string");
            values.setEnum(codes.isEmpty() ? null : List.copyOf(codes));
            return parameter("query", name, words.of("filter") + " " + words.field(dataset.schema(), field), values);
        }

        private Parameter number(String name, int usual, int most) {
            Schema<?> schema = type("integer");
            schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(most));
            schema.setDefault(usual);
            return parameter("query", name, words.of("query." + name), schema);
        }

        private static Parameter parameter(String in, String name, String says, Schema<?> schema) {
            return new Parameter().in(in).name(name).description(says).schema(schema);
        }
    }

    /** The French words of the description. */
    @Component
    record DescriptionWords(MessageSource messages) {

        String of(String key) {
            return messages.getMessage("api." + key, null, Locale.FRENCH);
        }

        /** That a collection has no item of this name. */
        String missing(ApiCollection dataset, String name) {
            return dataset.key()
                    .map(key -> of("missing." + key).formatted(name, dataset.path()))
                    .orElseGet(() -> of("missing").formatted(dataset.path(), String.join(", ", dataset.filters())));
        }

        /** What a collection is: a page of it, or one of its items. */
        String summary(String kind, ApiCollection dataset) {
            String said = dataset.schema().getProp(DatasetTables.SAID);
            return said == null ? of("summary." + kind + "." + dataset.path()) : said;
        }

        String record(org.apache.avro.Schema record) {
            String said = record.getProp(DatasetTables.SAID);
            return said == null ? of("record." + record.getName()) : said;
        }

        /** What a field says: itself; else in this record, else wherever it stands. */
        String field(org.apache.avro.Schema record, org.apache.avro.Schema.Field field) {
            String said = field.getProp(DatasetTables.SAID);
            return said != null
                    ? said
                    : messages.getMessage(
                            new DefaultMessageSourceResolvable(new String[] {
                                "api.field." + record.getName() + "." + field.name(), "api.field." + field.name()
                            }),
                            Locale.FRENCH);
        }
    }
}
