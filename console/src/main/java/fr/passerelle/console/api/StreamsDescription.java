package fr.passerelle.console.api;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.schemas.contract.AsyncApi;
import fr.passerelle.schemas.contract.Topics;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The topics for machines: AsyncAPI 3, generated from the catalogue under the namespace that is served. */
@RestController
@Hidden
class StreamsDescription {

    static final String PATH = ApiV1.ROOT + "asyncapi.yaml";

    private final String yaml;

    StreamsDescription(ConsoleSettings settings) {
        this.yaml = AsyncApi.yaml(new Topics(settings.namespace()));
    }

    @GetMapping(path = PATH, produces = "application/yaml;charset=UTF-8")
    String show() {
        return yaml;
    }
}
