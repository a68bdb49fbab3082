package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EPCIs that merge or split give what a fresh import under the new facts would, and keep what was decided. */
class MergerIT {

    private static final Path WORKED = Tree.root().resolve("dev/proof/src/test/resources/worked");
    private static final Path FACTS = Tree.root().resolve("sources/src/main/resources/facts");

    /** Canton d'Oulchy-le-Château, with rooms at Oulchy (02580) and Vierzy (02799); Chemin des Dames, with one at Beaurieux (02058). */
    private static final String OULCHY = "240200519";

    private static final String DAMES = "240200592";
    private static final String MERGED = "200099999";
    private static final String REST = "200099998";

    @TempDir
    private Path folder;

    private List<String> before = List.of();

    @BeforeEach
    void readSitesAndTerritoires() throws IOException {
        before = new ArrayList<>(Inputs.workedCases());
        before.addAll(List.of("--sites", write("sites.csv", """
            id_site;nom;code_insee;adresse;surface_m2;connexion;debit_mbits;animateur_etp;accord_proprietaire;acces_plain_pied;acces_hors_horaires;espace_clos;espace_ventile;fonctions
            SITE-1;Site inventé;02799;;120;FIBRE;100;0.5;oui;oui;;oui;oui;COWORKING
            """)));
        before.addAll(List.of("--territoires", write("territoires.csv", """
            code_insee;deficit_acces;fiche_action
            02799;oui;Fiche 1
            02058;oui;
            02580;non;
            """)));
    }

    @Test
    void mergesTwoEpcisAsAFreshImportWould() throws IOException {
        Path facts = facts();
        merge(facts, OULCHY, MERGED);
        merge(facts, DAMES, MERGED);

        assertThatItIsAsFresh(facts);
    }

    @Test
    void splitsAnEpciAsAFreshImportWould() throws IOException {
        Path facts = facts();
        merge(facts, OULCHY, REST);
        change(facts, "communes-picardie.csv", row -> row.startsWith("02799,") ? row.replace(REST, DAMES) : row);

        assertThatItIsAsFresh(facts);
    }

    @Test
    void carriesWhatWasNotifiedOnceToTheNewEpci() throws IOException {
        Path facts = facts();
        merge(facts, OULCHY, MERGED);
        merge(facts, DAMES, MERGED);
        try (Deployment system = Deployments.fresh("merger-decisions")) {
            system.events(1);
            system.night(before);
            decide(system, OULCHY, "2018-41");
            decide(system, DAMES, "2018-42");

            system.night(under(facts));
            List<String> again = new ArrayList<>(under(facts));
            again.add("--force");
            system.night(again);

            assertThat(system.number("select count(*) from passerelle.journal where type = 'DecisionRecorded'"))
                    .isEqualTo(4);
            assertThat(system.number(
                            "select count(*) from passerelle.journal where type = 'DecisionRecorded' and epci = '"
                                    + MERGED + "'"))
                    .isEqualTo(2);
            assertThat(system.text(
                            "select doc -> 'conflits' from passerelle.current_result where type = 'PLAN' and id = '"
                                    + MERGED + "'"))
                    .contains("2018-41", "2018-42");
            assertThat(new Log(system).duplicates()).isEmpty();
        }
    }

    private void assertThatItIsAsFresh(Path facts) throws IOException {
        List<String> after = under(facts);
        String fresh = hashAfter("fresh", after);

        try (Deployment system = Deployments.fresh("merger")) {
            system.events(1);
            String unmerged = system.night(before).get("resultHash").asString();
            String merged = system.night(after).get("resultHash").asString();

            assertThat(merged).isEqualTo(fresh).isNotEqualTo(unmerged);
            assertThat(system.number("select count(*) from passerelle.current_result where not withdrawn and epci = '"
                            + OULCHY + "'"))
                    .isZero();
            assertThat(system.number("select count(*) from passerelle.site where epci <> '" + OULCHY + "'"))
                    .isEqualTo(1);
            assertThat(new Log(system).duplicates()).isEmpty();
        }
    }

    private static String hashAfter(String name, List<String> night) {
        try (Deployment system = Deployments.fresh(name)) {
            system.events(1);
            return system.night(night).get("resultHash").asString();
        }
    }

    /** The same files under these facts; of the EPCIs that are no more, the file intercommunalites says the same of the new one. */
    private List<String> under(Path facts) throws IOException {
        String epcis = Files.readString(facts.resolve("epci-picardie.csv"));
        String told = Files.readString(WORKED.resolve("intercommunalites.csv"));
        String now = told.replace(OULCHY, epcis.contains(MERGED) ? MERGED : REST);
        List<String> night = new ArrayList<>(before);
        night.set(night.indexOf("--intercommunalites") + 1, write("intercommunalites-fusion.csv", now));
        night.add("--passerelle.facts=" + facts);
        return night;
    }

    private static void decide(Deployment system, String epci, String act) {
        Program decision =
                system.batch("decide", epci, "notified", "--act", act, "--date", "2018-01-10", "--why", "vote");
        assertThat(decision.end()).as(decision.output() + decision.errors()).isZero();
    }

    private Path facts() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("facts"));
        try (var tables = Files.list(FACTS)) {
            for (Path table :
                    tables.filter(one -> one.toString().endsWith(".csv")).toList()) {
                Files.copy(table, copy.resolve(table.getFileName()));
            }
        }
        return copy;
    }

    /** All communes of an EPCI go to another, which is new the first time. */
    private static void merge(Path facts, String from, String into) throws IOException {
        change(facts, "communes-picardie.csv", row -> row.replace("," + from + ",", "," + into + ","));
        boolean there = Files.readString(facts.resolve("epci-picardie.csv")).contains("\n" + into + ",");
        change(facts, "epci-picardie.csv", row -> {
            if (!row.startsWith(from + ",")) {
                return row;
            }
            return there ? "" : row.replaceFirst(from, into);
        });
    }

    private static void change(Path facts, String table, UnaryOperator<String> change) throws IOException {
        Path file = facts.resolve(table);
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .map(change)
                        .filter(row -> !row.isEmpty())
                        .toList());
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
