package fr.passerelle.proof;

import fr.passerelle.local.test.TestServers;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The demonstration made many: its read model copied into a database of its own, with 4,000 rooms, many of them named after what has
 * broken software elsewhere; and a console over it that an identity provider lets people into.
 */
final class Crowd implements AutoCloseable {

    static final int ROOMS = 4_000;

    private final TestServers servers = TestServers.fresh("crowd");
    private final IdentityProvider provider;
    private final ConsoleProgram console;
    private final Visitor admin;

    Crowd(ConsoleSystem small) {
        new CrowdData(small.system(), servers).write(ROOMS, NastyTexts.names());
        provider = IdentityProvider.start();
        var properties = new LinkedHashMap<>(servers.properties());
        properties.putAll(provider.clientProperties());
        console = ConsoleProgram.start(properties, ConsoleSystem.PASSWORD);
        provider.allow(console.home());
        admin = Visitor.signedIn(console.home(), ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
    }

    URI home() {
        return console.home();
    }

    TestServers servers() {
        return servers;
    }

    IdentityProvider provider() {
        return provider;
    }

    /** An administrator, signed in. */
    Visitor admin() {
        return admin;
    }

    /** The first account's password, as HTTP Basic writes it. */
    String basic() {
        return Visitor.basic(ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
    }

    /** The names that nobody would give. */
    List<String> names() {
        return NastyTexts.names();
    }

    @Override
    public void close() {
        console.close();
        provider.close();
    }
}
