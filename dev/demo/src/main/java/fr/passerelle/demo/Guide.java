package fr.passerelle.demo;

import fr.passerelle.local.server.Endpoints;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What the demonstration says around the night's own report. */
final class Guide {

    private final PrintWriter out;

    Guide(PrintWriter out) {
        this.out = out;
    }

    void sayWhatTheDataAre() {
        say("""
            Passerelle : démonstration sur des DONNÉES RECONSTITUÉES.
            Aucune liste complète des salles ni aucun registre n'a jamais été publié : rien de ce qui suit ne vaut proposition.
            """);
    }

    /** Where to look next. */
    void sayWhereToLook(Endpoints endpoints, String console, Path password) {
        say("""

            Où regarder ensuite
              Console                        %s (compte admin ; mot de passe : %s, à changer en entrant)
              ./passerelle runs              les exécutions, et ce que chacune a fait
              ./passerelle status            les serveurs et le traitement
              dev/demo/README.md             comment ces données ont été reconstituées
              dev/demo/data/ANOMALIES.csv    ce qui y a été planté : rejets, trous, fermetures, ruptures
              PostgreSQL                     %s, utilisateur %s (mot de passe dans var/passerelle.properties)
              Kafka                          %s : passerelle.transitions, .scores, .conversions, .plans, .answers, .runs
              Registre de schémas            %s
            Ces résultats portent sur des données reconstituées.
            """.formatted(
                        console,
                        password,
                        endpoints.postgresUrl(),
                        endpoints.postgresUser(),
                        endpoints.kafka().bootstrap(),
                        endpoints.registryUrl()));
    }

    void sayHowToStop() {
        say("Tout reste en place : Ctrl-C arrête ce que la démonstration a démarré ; les données restent sous var/.\n");
    }

    private void say(String text) {
        out.print(text);
        out.flush();
    }
}
