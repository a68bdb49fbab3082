package fr.passerelle.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    /** The lowest that Linux gives to outgoing connections. */
    private static final int OUTGOING = 32_768;

    @Test
    void givesPortsThatNoOutgoingConnectionIsGiven() {
        for (int i = 0; i < 50; i++) {
            assertThat(Ports.free()).isBetween(1024, OUTGOING - 1);
        }
    }

    @Test
    void findsNoPortFreeThatSomebodyListensOn() throws IOException {
        int port = Ports.free();
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThat(Ports.isFree(port)).isFalse();
        }

        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void givesAnotherPortThanTheOneThatIsTaken() {
        int taken = Ports.free();

        for (int i = 0; i < 50; i++) {
            assertThat(Ports.freeOtherThan(taken)).isNotEqualTo(taken);
        }
    }
}
