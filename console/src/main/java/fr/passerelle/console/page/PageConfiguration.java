package fr.passerelle.console.page;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts our words in place of the web server's own. */
@Configuration
class PageConfiguration {

    /** First in the pipeline's order of answering, so that the server's own valve finds the error already reported. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(PlainErrorValve.class.getName());
        });
    }

    /** A head is there in time, no address takes all places, and a body is there as soon as a single byte of it must be. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> promptRequests(
            @Value("${server.tomcat.connection-timeout}") Duration patience) {
        return factory -> {
            factory.setProtocol(PromptProtocol.class.getName());
            factory.addEngineValves(new BodyDeadline(patience));
        };
    }

    /** Answers what never became a request of ours, such as a line that is no HTTP: a page of a few words that names no software. */
    public static final class PlainErrorValve extends ErrorReportValve {

        private static final int FIRST_ERROR = 400;
        private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><title>Demande refusée · Passerelle</title></head>
            <body><h1>La demande est mal formée</h1><p>Corrigez l’adresse, ou revenez à l’accueil.</p></body></html>
            """;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < FIRST_ERROR
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
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

    /**
     * HTTP with two bounds that the server does not have: the head of a request is there as soon as a single byte of it must be, where the
     * server's own limit begins again with each byte; and one address holds no more than half of the places. Beyond them a connection of its own
     * that asks for nothing gives its place to the next one: who has the address of somebody who takes all of them comes in nevertheless.
     */
    public static final class PromptProtocol extends Http11NioProtocol {

        /** As the server makes it, from the name of the class. */
        public PromptProtocol() {
            super(new SharedPlaces());
        }

        @Override
        protected Processor createProcessor() {
            return new PromptHead(this);
        }

        /** Connections in order; each is asked once, since one that is used meanwhile would belie the order. */
        static <T> List<T> longestSilentFirst(Stream<T> connections, ToLongFunction<T> lastRead) {
            return connections
                    .map(each -> Map.entry(lastRead.applyAsLong(each), each))
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private static final class PromptHead extends Http11Processor {

            private final long patience;

            PromptHead(PromptProtocol protocol) {
                super(protocol, protocol.getAdapter());
                patience = TimeUnit.MILLISECONDS.toNanos(protocol.getConnectionTimeout());
            }

            /** Called with each piece of a head; empty lines before it, which the server forgets at once, are none that goes on. */
            @Override
            public SocketState service(SocketWrapperBase<?> socket) throws IOException {
                if (hasBegun() && System.nanoTime() - request.getStartTimeNanos() > patience) {
                    return SocketState.CLOSED;
                }
                SocketState state = super.service(socket);
                return state == SocketState.OPEN && hasBegun() ? SocketState.CLOSED : state;
            }

            private boolean hasBegun() {
                return request.getStartTimeNanos() >= 0;
            }
        }

        private static final class SharedPlaces extends NioEndpoint {

            @Override
            protected boolean setSocketOptions(SocketChannel socket) {
                String address = socket.socket().getInetAddress().getHostAddress();
                List<SocketWrapperBase<NioChannel>> own = longestSilentFirst(
                        getConnections().stream().filter(other -> address.equals(other.getRemoteAddr())),
                        other -> ((NioSocketWrapper) other).getLastRead());
                if (own.size() < getMaxConnections() / 2 || own.stream().anyMatch(SharedPlaces::givesItsPlace)) {
                    return super.setSocketOptions(socket);
                }
                destroySocket(socket);
                return false;
            }

            /** Ends a connection that nobody works for, the longest silent first: it has asked for nothing yet, or for nothing more. */
            private static boolean givesItsPlace(SocketWrapperBase<NioChannel> other) {
                if (other.isClosed() || !other.getLock().tryLock()) {
                    return false;
                }
                try {
                    boolean waits =
                            !(other.getCurrentProcessor() instanceof Processor answering && answering.isAsync());
                    if (waits) {
                        other.close();
                    }
                    return waits;
                } finally {
                    other.getLock().unlock();
                }
            }
        }
    }

    /** Ends a request whose body is not there in time: the server's own limit begins again with each byte that comes. */
    static final class BodyDeadline extends ValveBase {

        private final Duration patience;

        /** @param patience how long a body may have the server wait for it, in all */
        BodyDeadline(Duration patience) {
            super(true);
            this.patience = patience;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var asked = request.getCoyoteRequest();
            var timed = new TimedBody(asked, patience.toNanos());
            asked.setInputBuffer(timed);
            try {
                getNext().invoke(request, response);
            } finally {
                asked.setInputBuffer(timed.body);
                if (!request.isAsync()) {
                    timed.swallow();
                }
            }
        }
    }

    /** The body of a request, whose sender is waited for so many nanoseconds in all: what a busy server takes itself does not count. */
    private static final class TimedBody implements InputBuffer {

        private final org.apache.coyote.Request request;
        private final InputBuffer body;
        private long left;

        TimedBody(org.apache.coyote.Request request, long nanos) {
            this.request = request;
            this.body = request.getInputBuffer();
            this.left = nanos;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (left < 0) {
                leave();
                throw new SocketTimeoutException("The body came too slowly");
            }
            long asked = System.nanoTime();
            int read = body.doRead(handler);
            left -= System.nanoTime() - asked;
            return read;
        }

        @Override
        public int available() {
            return body.available();
        }

        /** Reads what nobody asked for, so that who still sends it gets the answer; no more than a form may hold. */
        void swallow() {
            var sink = new Sink();
            try {
                int most = 64 << 10;
                for (int read = 0; read >= 0 && most > 0; most -= read) {
                    read = doRead(sink);
                }
                if (most <= 0) {
                    leave();
                }
            } catch (IOException gone) {
                leave();
            }
        }

        /** Where that goes; it is asked back for what came behind the body, which is the next request. */
        private static final class Sink implements ApplicationBufferHandler {

            private ByteBuffer last = ByteBuffer.allocate(0);

            @Override
            public void setByteBuffer(ByteBuffer buffer) {
                last = buffer;
            }

            @Override
            public ByteBuffer getByteBuffer() {
                return last;
            }

            @Override
            public void expand(int size) {
                // Nothing is kept.
            }
        }

        private void leave() {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
