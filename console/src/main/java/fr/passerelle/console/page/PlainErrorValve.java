package fr.passerelle.console.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what never became a request of ours, such as a line that is no HTTP: a page of a few words that names no software. */
public final class PlainErrorValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="fr"><head><meta charset="utf-8"><title>Demande refusée · Passerelle</title></head>
        <body><h1>La demande est mal formée</h1><p>Corrigez l’adresse, ou revenez à l’accueil.</p></body></html>
        """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(PAGE);
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
