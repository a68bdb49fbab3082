package fr.passerelle.local.server;

/** The processes of a workstation, in the order in which they start: three servers, and Passerelle's own {@code events} and console. */
public enum Server {
    POSTGRESQL("postgresql", "PostgreSQL", "INT"),
    KAFKA("kafka", "Kafka", "TERM"),
    REGISTRY("registre", "Registre de schémas", "TERM"),
    EVENTS("events", "Traitement des événements", "TERM"),
    CONSOLE("console", "Console", "TERM");

    private final String id;
    private final String label;
    private final String stopSignal;

    Server(String id, String label, String stopSignal) {
        this.id = id;
        this.label = label;
        this.stopSignal = stopSignal;
    }

    /** Its name in files and in JSON. */
    public String id() {
        return id;
    }

    /** Its name for people, in French. */
    public String label() {
        return label;
    }

    /** What ends it without waiting for its clients (PostgreSQL would wait for them on TERM). */
    String stopSignal() {
        return stopSignal;
    }

    /** What is known of one server, now; its process, port and memory (of its main process) are 0 where it does not run. */
    public record Status(Server server, long pid, int port, boolean answers, long memoryMebibytes) {}
}
