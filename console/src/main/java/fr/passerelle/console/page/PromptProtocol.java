package fr.passerelle.console.page;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP with two bounds that the server does not have: the head of a request is there as soon as a single byte of it must be, where the
 * server's own limit begins again with each byte; and one address holds no more than half of the places, so that it never takes all.
 */
public final class PromptProtocol extends Http11NioProtocol {

    /** As the server makes it, from the name of the class. */
    public PromptProtocol() {
        super(new SharedPlaces());
    }

    @Override
    protected Processor createProcessor() {
        return new PromptHead(this);
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
            long taken = getConnections().stream()
                    .filter(other -> address.equals(other.getRemoteAddr()))
                    .count();
            if (taken < getMaxConnections() / 2) {
                return super.setSocketOptions(socket);
            }
            destroySocket(socket);
            return false;
        }
    }
}
