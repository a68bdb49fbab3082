package fr.passerelle.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asking a server whether it serves. One that is busy is waited for: it is not one that does not answer. */
final class Probe {

    /** How long an answer is waited for. */
    static final Duration CAP = Duration.ofSeconds(20);

    private Probe() {}

    /** Whether this address of the loopback answers a plain GET with 200. */
    static boolean answers(int port, String path) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(CAP)
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(CAP).build()) {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
