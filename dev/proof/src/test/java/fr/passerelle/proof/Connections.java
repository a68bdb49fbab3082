package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Connections to the console, byte by byte, that stay open until all are let go. */
final class Connections implements AutoCloseable {

    private static final String FORM = "POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";

    /** Milliseconds after which an answer that does not come is a fault. */
    private static final int PATIENCE = 120_000;

    private final URI home;
    private final InetAddress from;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    Connections(URI home) {
        this(home, "127.0.0.1");
    }

    /** Those of another address of this machine. */
    Connections(URI home, String from) {
        try {
            this.home = home;
            this.from = InetAddress.getByName(from);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many that say nothing. */
    void idle(int many) {
        for (int i = 0; i < many; i++) {
            opened();
        }
    }

    /** So many that send the head of a request a byte each two seconds and a half, until they are ended. */
    void heads(int many) {
        for (int i = 0; i < many; i++) {
            var socket = opened();
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        socket.getOutputStream().write('G');
                        Thread.sleep(2_500);
                    }
                } catch (IOException | InterruptedException ended) {
                    // By the console, or by the test.
                }
            });
        }
    }

    /** So many that begin to send a form, and stop. */
    void slow(int many) {
        for (int i = 0; i < many; i++) {
            send(form(), "u");
        }
    }

    /** One on which a form may be sent. */
    Socket form() {
        var socket = opened();
        send(socket, FORM);
        return socket;
    }

    /** Follows the stream as somebody does; the status. */
    int follow(Visitor visitor) {
        return status(
                "GET /flux/suivre HTTP/1.1\r\nHost: localhost\r\nCookie: passerelle=" + visitor.session() + "\r\n\r\n");
    }

    /** The status of what a request is answered. */
    int status(String request) {
        try {
            var socket = opened();
            send(socket, request);
            return Integer.parseInt(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statuses of what several requests are answered, the last of which ends the connection. */
    List<Integer> statuses(String requests) {
        try {
            var socket = opened();
            send(socket, requests);
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("HTTP/1.1 (\\d{3})")
                    .matcher(said)
                    .results()
                    .map(status -> Integer.valueOf(status.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is asked, by its number. */
    interface Ask<T> {

        T by(int number) throws Exception;
    }

    /** The answers to so many requests, so many of them at once. */
    static <T> List<T> together(int atOnce, int all, Ask<T> ask) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(atOnce)) {
            List<Callable<T>> work = IntStream.range(0, all)
                    .<Callable<T>>mapToObj(n -> () -> ask.by(n))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : pool.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** Ends all of them. */
    @Override
    public void close() {
        for (var socket = open.poll(); socket != null; socket = open.poll()) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Socket opened() {
        try {
            var socket = new Socket(home.getHost(), home.getPort(), from, 0);
            open.add(socket);
            socket.setSoTimeout(PATIENCE);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
