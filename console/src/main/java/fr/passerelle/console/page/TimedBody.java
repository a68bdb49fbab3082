package fr.passerelle.console.page;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, which is there by a moment or never.
 *
 * @param request whose body it is
 * @param body where it comes from
 * @param end the moment, as {@link System#nanoTime()} counts
 */
record TimedBody(Request request, InputBuffer body, long end) implements InputBuffer {

    private static final int REST = 64 << 10;

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (System.nanoTime() - end > 0) {
            leave();
            throw new SocketTimeoutException("The body came too slowly");
        }
        return body.doRead(handler);
    }

    @Override
    public int available() {
        return body.available();
    }

    /** Reads what nobody asked for, so that who still sends it gets the answer; no more than a form may hold. */
    void swallow() {
        var sink = new Sink();
        try {
            int left = REST;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = doRead(sink);
            }
            if (left <= 0) {
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
