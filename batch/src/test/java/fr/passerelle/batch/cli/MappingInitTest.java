package fr.passerelle.batch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingInitTest {

    @TempDir
    private Path directory;

    @Test
    void proposesHowToReadAnOldExportUnderAPreamble() {
        String file = write("frequentation-2016.csv", "windows-1252", """
            Fréquentation des salles
            Année 2016
            Salle;Début;Fin;Activité;Nb de présences;Prénom usager;Zorglub
            S1;01/01/2016;31/01/2016;Atelier été;12;Marie;x
            S1;01/02/2016;29/02/2016;Atelier été;nc;Jean;y
            Total;;;;12;;
            """);

        String proposed = proposed(file);
        Said check = check(file);

        assertThat(proposed)
                .contains("mapping: \"frequentation-2016\"\n")
                .contains("table: frequentation  # à vérifier\n")
                .contains("fichiers: [\"frequentation-*.csv\"]")
                .contains("lecture: {charset: windows-1252, separateur: \";\", entete: 3}\n")
                .contains("  id_salle: \"Salle\"\n  periode_debut: \"Début\"\n  periode_fin: \"Fin\"\n")
                .contains("  grain: {constante: MOIS}  # à vérifier\n  activite: \"Activité\"\n")
                .contains("  presences: \"Nb de présences\"\n")
                .contains("dates: [JJ/MM/AAAA]\n")
                .contains("vides: [\"nc\"]\n")
                .contains("totaux: {colonne: \"Salle\", valeurs: [\"Total*\"]}\n")
                .contains("# semble dire qui est quelqu'un\n  - \"#7\"  # à vérifier\n")
                .doesNotContain("Marie", "Zorglub", "S1");
        assertThat(check.err()).isEmpty();
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("windows-1252", "en-tête à la ligne 3").containsPattern("acceptées +2\n");
    }

    @Test
    void proposesHowToReadMonthsInColumns() {
        String file = write("visites.csv", "UTF-8", """
            Bibliothèque,2016-1,2016-2,2016-10
            S1,1,NA,3
            S2,4,5,6
            """);

        String proposed = proposed(file);
        Said check = check(file);

        assertThat(proposed)
                .contains("  id_salle: \"Bibliothèque\"\n")
                .contains("mois_en_colonnes: {vers: presences, colonnes: AAAA-M}  # à vérifier\n")
                .contains("vides: [\"NA\"]\n")
                .doesNotContain("ignorer", "periode");
        assertThat(check.code()).isZero();
        assertThat(check.out()).containsPattern("acceptées +5\n");
    }

    @Test
    void proposesHowToReadRoomsBetweenTabs() {
        String file = write("salles.txt", "UTF-8", """
            Identifiant\tNom\tCode INSEE\tSurface\tOuverture
            S1\t"Salle\tdu bas"\t02168\t12,5\t03/04/2010
            S2\tSalle\t02168\t40\t05/06/2011
            """);

        String proposed = proposed(file);
        Said check = check(file);

        assertThat(proposed)
                .contains("table: salles", "separateur: tabulation", "  surface_m2: \"Surface\"\n")
                .contains("  gestion: {constante: REGION}  # à vérifier\n")
                .contains("dates: [JJ/MM/AAAA]  # à vérifier\n")
                .contains("nombres: {decimale: \",\"}\n");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("2010-04-03").containsPattern("acceptées +2\n");
    }

    @Test
    void saysWhatIsLeftToFillIn() {
        Said said = Said.by("mapping", "init", write("a.csv", "UTF-8", "Alpha;Bravo\nx;y\n"), "--table", "salles");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("  # id_salle: à remplir", "  - \"#1\"  # à vérifier\n");
        assertThat(said.err()).contains("À compléter", "id_salle, nom, code_insee");
    }

    @Test
    void doesNotReplaceAFile() {
        String file = write("a.csv", "UTF-8", "Alpha;Bravo\nx;y\n");

        Said said = Said.by("mapping", "init", file, "-o", file);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--force");
    }

    private String proposed(String file) {
        return Said.by("mapping", "init", file).out();
    }

    private Said check(String file) {
        String mapping = directory.resolve("mapping.yaml").toString();
        Said.by("mapping", "init", file, "--output", mapping);
        return Said.by("check", file, "--mapping", mapping);
    }

    private String write(String name, String charset, String text) {
        try {
            return Files.writeString(
                            directory.resolve(name), text, charset.equals("UTF-8") ? UTF_8 : Charset.forName(charset))
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
