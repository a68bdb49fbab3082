package fr.passerelle.proof;

import fr.passerelle.console.security.Role;
import fr.passerelle.local.program.Deployment;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The demonstration, imported once for all the tests of the console, its console, and an account of each role, opened from the page of accounts. */
final class ConsoleSystem implements AutoCloseable {

    static final String ADMIN = "admin";
    static final String PASSWORD = "premier-mot-de-passe";

    private static final Pattern DRAWN = Pattern.compile("class=\"mot-de-passe\">([0-9a-f]{24})<");

    private final Deployment system = Deployments.fresh("console");
    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private final Map<Role, String> passwords = new EnumMap<>(Role.class);
    private final ConsoleProgram console;

    ConsoleSystem() {
        system.events(1).awaitSaying("est lu");
        system.night(Inputs.demonstration());
        console = ConsoleProgram.start(withOperator(system.properties()), PASSWORD);
        passwords.put(Role.ADMINISTRATEUR, PASSWORD);
        for (Role role : new Role[] {Role.LECTEUR, Role.ANALYSTE, Role.OPERATEUR}) {
            passwords.put(role, opened(login(role), role));
        }
    }

    /** The console starts the operators' program as people would, and stands behind a proxy. */
    static Map<String, String> withOperator(Map<String, String> properties) {
        var all = new LinkedHashMap<>(properties);
        all.put("passerelle.console.proxies", "127.0.0.1");
        var words = Deployments.command("cli", properties);
        for (int i = 0; i < words.size(); i++) {
            all.put("passerelle.console.operator[" + i + "]", words.get(i));
        }
        return all;
    }

    Deployment system() {
        return system;
    }

    URI home() {
        return console.home();
    }

    ConsoleProgram console() {
        return console;
    }

    /** Somebody new, who has not signed in. */
    Visitor nobody() {
        return new Visitor(home());
    }

    /** Somebody of this role, signed in, the same for all. */
    Visitor as(Role role) {
        return visitors.computeIfAbsent(role, r -> Visitor.signedIn(home(), login(r), password(r)));
    }

    String login(Role role) {
        return role == Role.ADMINISTRATEUR ? ADMIN : "compte-" + role.name().toLowerCase(Locale.ROOT);
    }

    String password(Role role) {
        return passwords.getOrDefault(role, "");
    }

    /** Opens an account as an administrator does; answers the password that its person has chosen. */
    String opened(String login, Role role) {
        return settled(login, drawnFor(login, role));
    }

    /** Changes a drawn password, as its person does; answers the one that is chosen. */
    String settled(String login, String drawn) {
        var chosen = "quatre mots à " + login;
        Visitor.settled(home(), login, drawn, chosen);
        return chosen;
    }

    /** Opens an account as an administrator does; answers the password that the page shows, this once. */
    String drawnFor(String login, Role role) {
        return drawn(as(Role.ADMINISTRATEUR)
                .fill("/comptes", Map.of("login", login, "role", role.name()))
                .body());
    }

    static String drawn(String page) {
        var found = DRAWN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No password is shown:\n" + page);
        }
        return found.group(1);
    }

    String idOf(String login) {
        return system.text("select account_id from passerelle.account where login = '" + login + "'");
    }

    @Override
    public void close() {
        console.close();
        system.close();
    }
}
