package fr.passerelle.cli;

import static fr.passerelle.cli.CommandOutput.by;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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
        CommandOutput check = check(file);

        assertThat(proposed)
                .contains("mapping: \"frequentation-2016\"\n")
                .contains("table: frequentation  # sûr : 5 colonne(s) reconnue(s), 1 pour « salles »\n")
                .contains("fichiers: [\"frequentation-*.csv\"]")
                .contains("lecture: {charset: windows-1252, separateur: \";\", entete: 3}\n")
                .contains("  id_salle: \"Salle\"  # sûr : son nom le dit\n  periode_debut: \"Début\"  # sûr")
                .contains("  periode_fin: \"Fin\"  # sûr", "  grain: {constante: MOIS}  # à vérifier : ")
                .contains("  activite: \"Activité\"  # sûr", "  presences: \"Nb de présences\"  # sûr")
                .contains("dates: [JJ/MM/AAAA]\n")
                .contains("vides: [\"nc\"]\n")
                .contains("totaux: {colonne: \"Salle\", valeurs: [\"Total*\"]}\n")
                .contains("# semble dire qui est quelqu'un\n  - \"#7\"  # à vérifier (« Zorglub »)\n")
                .doesNotContain("Marie", "S1");
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
        CommandOutput check = check(file);

        assertThat(proposed)
                .contains("  id_salle: \"Bibliothèque\"  # sûr")
                .contains("mois_en_colonnes: {vers: presences, colonnes: AAAA-M}  # à vérifier : ")
                .contains("vides: [\"NA\"]\n")
                .doesNotContain("ignorer", "periode");
        assertThat(check.code()).isZero();
        assertThat(check.out()).containsPattern("acceptées +5\n");
    }

    @Test
    void proposesHowToReadMonthsInLetters() {
        String file = write("visites.csv", "UTF-8", "Salle;Janvier 2019;Février 2019\nA1;12;14\nB1;1;2\n");

        assertThat(proposed(file))
                .contains("table: frequentation  # ", "  id_salle: \"Salle\"  # sûr")
                .contains("mois_en_colonnes: {vers: presences, colonnes: MMMM AAAA}  # à vérifier : ")
                .doesNotContain("ignorer");
        assertThat(check(file).out()).contains("2019-02-28").containsPattern("acceptées +4\n");
    }

    @Test
    void proposesHowToReadRoomsBetweenTabs() {
        String file = write("salles.txt", "UTF-8", """
            Identifiant\tNom\tCode INSEE\tSurface\tOuverture
            S1\t"Salle\tdu bas"\t02168\t12,5\t03/04/2010
            S2\tSalle\t02168\t40\t05/06/2011
            """);

        String proposed = proposed(file);
        CommandOutput check = check(file);

        assertThat(proposed)
                .contains("table: salles", "separateur: tabulation", "  surface_m2: \"Surface\"  # sûr")
                .contains("  gestion: {constante: REGION}  # à vérifier : ")
                .contains("dates: [JJ/MM/AAAA]  # à vérifier\n")
                .contains("nombres: {decimale: \",\"}\n");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("2010-04-03").containsPattern("acceptées +2\n");
    }

    @Test
    void takesAnInventoryForOneWhateverItsNamesBeginWith() {
        String file = write("lieux.csv", "UTF-8", """
            gid,c_nom,c_adresse_postale,c_adresse,c_epci,c_autres_horaires,c_fablab,c_coworking,c_horaire_ouverture,c_lat_coor1,c_long_coor1,c_nbre_postes_fixes,c_postes_portables
            1,Médiathèque,BP 3,3 rue Basse,CA de Blois,,True,,du lundi au jeudi,47.58,1.33,4,1
            2,Atelier,BP 1,1 place Haute,Tours Métropole,,,True,9h-12h,47.39,0.68,3,0
            """);

        CommandOutput commandOutput = by("mapping", "init", file);

        assertThat(commandOutput.out())
                .contains("table: salles  # ", "  id_salle: \"#1\"  # probable : ", "  nom: \"c_nom\"  # sûr")
                .contains("  adresse: \"c_adresse\"  # sûr")
                .contains("  postes: \"#12\"  # sûr")
                .contains("  latitude: \"#10\"  # probable : « lat » est dans son nom (« c_lat_coor1 »)\n")
                .contains("  heures_hebdo_declarees: \"c_horaire_ouverture\"  # ")
                .contains("cases: {\"c_fablab\": FABLAB, \"#8\": COWORKING}}  # à vérifier")
                .contains("  # code_insee: à remplir");
        assertThat(commandOutput.err())
                .contains("Table « salles », ", " : 9 colonne(s) reconnue(s), ")
                .containsPattern("Confiance +Pourquoi")
                .containsPattern("n° 10, c_lat_coor1 +latitude +probable +« lat » est dans son\\s+nom\n")
                .doesNotContain("Basse", "Atelier");
    }

    @Test
    void seesSessionsByTheirDay() {
        String file = write("ateliers.csv", "UTF-8", """
            salle;date_seance;atelier;participants
            S1;03/04/2016;ATELIER;7
            S1;14/04/2016;ATELIER;8
            """);

        String proposed = proposed(file);
        CommandOutput check = check(file);

        assertThat(proposed)
                .contains("table: frequentation  # sûr", "  periode_debut: \"date_seance\"  # sûr")
                .contains("  periode_fin: \"date_seance\"", "  grain: {constante: SEANCE}  # probable : ");
        assertThat(check.out()).contains("2016-04-03").containsPattern("acceptées +2\n");
    }

    /** A workbook writes a month as its first day, and a code of a commune is no room. */
    @Test
    void isNotSureOfTotalsThatAreDatedTheFirstNorOfCodesOfCommunes() {
        String file = write("totaux.csv", "UTF-8", """
            code salle;date de séance;atelier;participants
            02691;01/03/2016;ATELIER;70
            02722;01/04/2016;ATELIER;80
            """);

        assertThat(proposed(file))
                .contains("periode: {de: \"date de séance\", grain: MOIS}  # à vérifier : ", "des totaux du mois")
                .containsPattern("id_salle: .*# à vérifier : .*codes de communes")
                .doesNotContain("periode_debut", "SEANCE");
        assertThat(check(file).out()).contains("2016-03-31");
    }

    @Test
    void readsAPeriodFromItsYearAndItsMonth() {
        String file = write("mois.csv", "UTF-8", """
            salle;année;mois;entrées
            S1;2016;février;7
            S1;2016;mars;8
            """);

        assertThat(proposed(file)).contains("periode: {joindre: [\"année\", \"mois\"], avec: \"-\"}  # ");
        assertThat(check(file).out()).contains("2016-02-01").containsPattern("acceptées +2\n");
    }

    @Test
    void isNotSureOfMonthsWithoutTheirYear() {
        String alone = write("a.csv", "UTF-8", "Salle;Mois;Entrées\nA;janvier;12\nA;février;5\n");
        String whole = write("b.csv", "UTF-8", "Salle;Mois;Entrées\nA;janvier 2016;12\nA;2016-02;5\n");
        String halves = write("c.csv", "UTF-8", "Salle;Année;Mois;Entrées\nA;2016;hiver;12\nA;2016;été;5\n");

        assertThat(proposed(alone)).contains("periode: \"Mois\"  # à vérifier : son nom le dit, mais 2 cellule(s)");
        assertThat(proposed(whole)).contains("periode: \"Mois\"  # sûr : son nom le dit\n");
        assertThat(proposed(halves)).contains("avec: \"-\"}  # à vérifier : son nom le dit, mais 2 cellule(s)");
    }

    @Test
    void saysWhatSpeaksAgainstAGuess() {
        String file = write("b.csv", "UTF-8", "Bibliothèque;Entrées;Mois\nLa grande;12;2016-01\nS2;douze;2016-02\n");

        assertThat(proposed(file))
                .contains(
                        "  id_salle: {de: \"Bibliothèque\", identifiant: oui}  # à vérifier : son nom le dit, mais 1 ")
                .contains("  presences: \"Entrées\"  # à vérifier : ");
    }

    @Test
    void makesAnIdentifierOfTheNameWhereThereIsNoOther() {
        String file = write("c.csv", "UTF-8", "nom;code_insee\nÉcole d'Art;02168\nAtelier;02168\n");

        assertThat(proposed(file)).contains("  id_salle: {de: \"nom\", identifiant: oui}  # à vérifier : faute d'");
        assertThat(check(file).out()).contains("acceptées                                     2\n");
    }

    @Test
    void asksForATableSaysWhatIsLeftToFillInAndReplacesNoFile() {
        String file = write("a.csv", "UTF-8", "Alpha;Bravo\nx;y\n");
        by("mapping", "init", file).failed(2, "aucune colonne dont le nom soit connu", "--table", "territoires");

        CommandOutput commandOutput = by("mapping", "init", file, "--table", "salles");

        commandOutput.succeeded("  # id_salle: à remplir", "  - \"#1\"  # à vérifier (« Alpha »)\n");
        assertThat(commandOutput.err()).contains("À compléter", "id_salle, nom, code_insee");

        by("mapping", "init", file, "-o", file).failed(2, "--force");
    }

    @Test
    void proposesAMappingForEachSheetOrTheOneThatIsChosen() {
        String book = book();
        CommandOutput several = by("mapping", "init", book, "-o", directory.toString());

        several.succeeded("salles.yaml", "visites.yaml", "Feuille « Visites » (n° 3)");
        assertThat(several.err()).contains("Feuille « Notes » (n° 2) : aucun mapping. ", "est vide");
        assertThat(check(book, "salles.yaml").out()).containsPattern("acceptées +1\n");
        assertThat(check(book, "visites.yaml").out()).containsPattern("acceptées +2\n");

        assertThat(by("mapping", "init", book, "--sheet", "Visites").out()).contains("feuille: \"Visites\"");
        assertThat(by("mapping", "init", book, "--sheet", "#1").out()).contains("feuille: \"#1\"", "table: salles");
        assertThat(by("mapping", "init", book, "--sheet", "Rien").err()).contains("n'a pas, parmi ses 3 feuilles");
        assertThat(by("mapping", "init", book, "-o", directory + "/absent").err())
                .contains("a 3 feuilles visibles", "/absent » n'est pas un dossier qui existe : créez-le, ou prenez");
    }

    private String book() {
        Path file = directory.resolve("classeur.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "tests", "1.0")) {
            rows(book.newWorksheet("Salles"), "id_salle;nom;code_insee", "S1;Salle;02168");
            book.newWorksheet("Notes");
            rows(book.newWorksheet("Visites"), "salle;mois;visites", "S1;2016-01;4", "S1;2016-02;5");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file.toString();
    }

    private static void rows(Worksheet sheet, String... rows) {
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(";", -1);
            for (int cell = 0; cell < cells.length; cell++) {
                sheet.value(row, cell, cells[cell]);
            }
        }
    }

    private CommandOutput check(String file, String mapping) {
        return by("check", file, "--mapping", directory.resolve(mapping).toString());
    }

    private String proposed(String file) {
        return by("mapping", "init", file).out();
    }

    private CommandOutput check(String file) {
        String mapping = directory.resolve("mapping.yaml").toString();
        by("mapping", "init", file, "--output", mapping);
        return by("check", file, "--mapping", mapping);
    }

    private String write(String name, String charset, String text) {
        return NightFiles.write(directory, name, Charset.forName(charset), text);
    }
}
