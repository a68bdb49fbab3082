package fr.passerelle.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What a test asks of a registry, over HTTP. */
record Registry(String url) {

    /** Registers a schema of this name and answers the registry's text, which holds its id. */
    String register(String name) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/apis/ccompat/v7/subjects/" + name + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString("""
                    {"schema":"{\\"type\\":\\"fixed\\",\\"name\\":\\"%s\\",\\"size\\":4}"}\
                    """.formatted(name))));
    }

    /** The text of the schema that has this id. */
    String schema(int id) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/apis/ccompat/v7/schemas/ids/" + id)));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }
}
