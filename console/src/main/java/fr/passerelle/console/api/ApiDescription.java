package fr.passerelle.console.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
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
}
