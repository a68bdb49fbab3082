package fr.passerelle.local.server;

import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

    private static final int ANY = 0;

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    static int free() {
        try (var socket = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw none(e);
        }
    }

    /** Another one: two calls in a row may be given the same port, since the first is not listened on yet. */
    static int freeOtherThan(int taken) {
        try (var socket = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == taken ? free() : socket.getLocalPort();
        } catch (IOException e) {
            throw none(e);
        }
    }

    private static LocalFault none(IOException e) {
        return new LocalFault("Aucun port libre sur cette machine : " + e.getMessage() + ".", e);
    }

    /** Whether nobody listens on this port. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
