package fr.passerelle.console.page;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP with two bounds that the server does not have: the head of a request is there as soon as a single byte of it must be, where the
 * server's own limit begins again with each byte; and one address holds no more than half of the places. Beyond them a connection of its own
 * that asks for nothing gives its place to the next one: who has the address of somebody who takes all of them comes in nevertheless.
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
            List<SocketWrapperBase<NioChannel>> own = getConnections().stream()
                    .filter(other -> address.equals(other.getRemoteAddr()))
                    .sorted(Comparator.comparingLong(other -> ((NioSocketWrapper) other).getLastRead()))
                    .toList();
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
                boolean waits = !(other.getCurrentProcessor() instanceof Processor answering && answering.isAsync());
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
