package fr.passerelle.console.page;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Ends a request whose body is not there in time: the server's own limit begins again with each byte that comes. */
final class BodyDeadline extends ValveBase {

    private final Duration patience;

    /**
     * Makes the valve of an application.
     *
     * @param patience how long a body may take, from the end of its header on
     */
    BodyDeadline(Duration patience) {
        super(true);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var asked = request.getCoyoteRequest();
        var body = asked.getInputBuffer();
        var timed = new TimedBody(asked, body, System.nanoTime() + patience.toNanos());
        asked.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
        } finally {
            asked.setInputBuffer(body);
            if (!request.isAsync()) {
                timed.swallow();
            }
        }
    }
}
