package fr.passerelle.local.server;

/**
 * What is known of one server, now.
 *
 * @param server which
 * @param pid its process, 0 if it does not run
 * @param port where it listens, 0 if it does not run
 * @param answers whether it serves
 * @param memoryMebibytes what its main process holds in memory, 0 if it does not run
 */
public record ServerStatus(Server server, long pid, int port, boolean answers, long memoryMebibytes) {}
