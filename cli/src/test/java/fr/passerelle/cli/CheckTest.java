package fr.passerelle.cli;

import static fr.passerelle.cli.CommandOutput.by;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TerminalLines;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code check} says of a file; a configuration that cannot be read is one French sentence, and never a trace. */
class CheckTest {

    private static final String HEADER = String.join(";", TableSchema.FREQUENTATION.leastHeader()) + "\n";
    private static final String REGISTER = HEADER + """
        ;S1;2016-01-01;2016-01-31;MOIS;ATELIER;OUVERT;;;12;;;;
        ;S1;2016-02-01;2016-02-29;mensuel;ATELIER;OUVERT;;;1 234;;;;
        ;S1;2016-03-01;2016-03-30;MOIS;ATELIER;OUVERT;;;12;;;;
        ;S1;2016-04-01;2016-04-30;MOIS;ATELIER;OUVERT;;;Marie Dupont;;;;
        ;S1;2016-04-01;2016-04-30;MOIS;TOTAL;OUVERT;;;99;;;;
        ;S9;2016-05-01;2016-05-31;MOIS;ATELIER;OUVERT;;;7;;;;
        """;
    private static final String WORDS = """
        mapping: visites
        table: frequentation
        fichiers: ["visites*.csv"]
        colonnes: {id_salle: Salle, activite: {constante: ATELIER}, etat: {constante: OUVERT}}
        mois_en_colonnes: {vers: presences, colonnes: AAAA-MM}
        """;

    @TempDir
    private Path directory;

    /** A text as a terminal shows it, whatever was typed on one line. */
    private static String folded(String text) {
        return text.lines()
                .flatMap(line -> TerminalLines.of(line).stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void tellsTheFirstAndTheLastLineOfAReject() {
        String open = REGISTER.replaceFirst("\n;S1;", "\n;\"S1\n;") + "\n";

        assertThat(by("check", write("frequentation.csv", open)).said())
                .contains(
                        "1 × GUILLEMETS_SUR_PLUSIEURS_LIGNES",
                        "lignes 2 à 3, colonne « id_salle » : Un guillemet s'ouvre")
                .contains("Lignes du fichier : 9 = 1 d'en-tête + 5 de la table + 1 en blanc + 2 dont les cellules");
    }

    @Test
    void saysWhatAnImportWouldMakeOfAFile() {
        CommandOutput commandOutput = by("check", write("frequentation.csv", REGISTER));

        assertThat(commandOutput.err()).isEmpty();
        assertThat(commandOutput.out()).isEqualTo(folded("""
            Fichier « frequentation.csv » : texte, UTF-8, séparateur « ; », fins de ligne LF, en-tête à la ligne 1
            Table « frequentation », sans mapping

            Lignes                                   Nombre
            ───────────────────────────────────────────────
            lues                                          6
            acceptées                                     3
            rejetées                                      2
            contrôles (totaux, en-têtes répétés)          1
            cellules corrigées des lignes acceptées       2
            Lignes du fichier : 7 = 1 d'en-tête + 6 de la table

            Sommes des lignes acceptées  Somme  Valeurs  Vides
            ──────────────────────────────────────────────────
            presences                    1\u00a0253        3      0

            Rejets
              1 × ENTIER
                ligne 5 : Colonne « presences » : un nombre entier à partir de 0 et jusqu'à 10000000 est attendu.
                  id_salle=S1 ; periode_debut=2016-04-01 ; periode_fin=2016-04-30 ; grain=MOIS ; activite=ATELIER ; etat=OUVERT ; presences=Marie Dupont
              1 × GRAIN
                ligne 4, colonne « grain » : La période n'a pas la longueur que dit son grain (un jour, sept jours, un mois, un trimestre, un semestre ou une année civile) : corrigez le grain ou les dates, ou écrivez PERIODE.
                  id_salle=S1 ; periode_debut=2016-03-01 ; periode_fin=2016-03-30 ; grain=MOIS ; activite=ATELIER ; etat=OUVERT ; presences=12

            Corrections
              1 × ESPACES
                ligne 3, colonne « presences » : « 1 234 » devient « 1234 »
              1 × SYNONYME
                ligne 3, colonne « grain » : « mensuel » devient « MOIS »

            Premières lignes acceptées
            Colonne        ligne 2     ligne 3     ligne 7
            ─────────────────────────────────────────────────
            id_salle       S1          S1          S9
            periode_debut  2016-01-01  2016-02-01  2016-05-01
            periode_fin    2016-01-31  2016-02-29  2016-05-31
            grain          MOIS        MOIS        MOIS
            activite       ATELIER     ATELIER     ATELIER
            etat           OUVERT      OUVERT      OUVERT
            presences      12          1234        7

            Non contrôlé : les salles inconnues de l'inventaire (donnez-le par --rooms).
            Non contrôlé : ce que disent les autres fichiers, déjà importés ou donnés avec celui-ci : périodes dites deux fois, chevauchements, contrôles, identifiants d'une autre salle, lignes connues sous une autre identité, mois trop gros à eux tous.
            Non contrôlé : ce qui est déjà connu : une ligne inchangée compte ici comme acceptée.
            """));
        assertThat(commandOutput.code()).isEqualTo(3);
    }

    @Test
    void saysTheSameToMachines() {
        CommandOutput commandOutput = by("check", write("frequentation.csv", REGISTER), "--json");

        JsonNode json = commandOutput.json();
        assertThat(json.at("/file/charset").asString()).isEqualTo("UTF-8");
        assertThat(json.at("/counts/accepted").asLong()).isEqualTo(3);
        assertThat(json.at("/sums").toString())
                .isEqualTo("[{\"column\":\"presences\",\"sum\":1253,\"values\":3,\"empty\":0}]");
        assertThat(json.at("/rejects/0/code").asString()).isEqualTo("ENTIER");
        assertThat(json.at("/rejects/0/first/0/line").asLong()).isEqualTo(5);
    }

    @Test
    void showsTheWordsOfActivitiesThatAreNotKnownAndKeepsNone() {
        String register = write("frequentation.csv", HEADER + """
            ;S1;2016-01-01;2016-01-31;MOIS;Tricot;OUVERT;;;12;;;;
            ;S1;2016-02-01;2016-02-29;MOIS;Tricot;OUVERT;;;12;;;;
            ;S1;2016-02-01;2016-02-29;MOIS;avec zoé;OUVERT;;;12;;;;
            ;S1;2016-03-01;2016-03-31;MOIS;Jeux;OUVERT;;;douze;;;;
            """);

        assertThat(by("check", register).out()).contains(folded("""
            Corrections
              3 × ACTIVITE_AUTRE
                ligne 2, colonne « activite » : « [masqué] » devient « AUTRE »
            """), folded("""
                Activités prises comme AUTRE : ces mots, montrés ici seulement, ne sont gardés nulle part
                  2 × Tricot
                  1 × avec zoé
                  Celles qui ont un code se traduisent : colonnes.activite, « traduire ».
                """));
        assertThat(by("check", register, "--json")
                        .json()
                        .at("/otherActivities/0/words")
                        .asString())
                .isEqualTo("Tricot");
    }

    @Test
    void saysWhichColumnsAMappingLetsIn() {
        String mapping = write("visites.yaml", WORDS.replace("{constante: ATELIER}", "Intervenant"));
        String admitting = write(
                "admises.yaml",
                WORDS.replace("{constante: ATELIER}", "Intervenant") + "admettre: {Intervenant: une association}\n");
        String file = write("visites-2016.csv", "Salle;Intervenant;2016-01\nS1;Jeux;5\n");

        assertRefused("écrivez pourquoi dans « admettre »", "check " + file + " --mapping " + mapping);
        assertThat(by("check", file, "--mapping", admitting).said())
                .contains("Colonne « Intervenant » : elle semble dire qui est quelqu'un, et le mapping l'admet (une"
                        + " association).");
    }

    @Test
    void refusesRoomsThatAreNotInTheInventory() {
        String rooms = rooms("S1;Salle;02168", "S2;Salle;2168", "S3;Salle;99999", "S1;Salle;02168");

        CommandOutput register = by("check", write("frequentation.csv", REGISTER), "--rooms", rooms);
        CommandOutput inventory = by("check", rooms);

        assertThat(register.said()).contains("1 × SALLE_INCONNUE ligne 7, colonne « id_salle » : Aucune salle");
        assertThat(inventory.code()).isEqualTo(3);
        assertThat(inventory.said())
                .contains(
                        "Table « salles »",
                        "1 × COMMUNE_INCONNUE",
                        "1 × ZERO_RESTITUE",
                        "« 2168 » devient « 02168 »",
                        "ligne 5 : Colonne « id_salle » : cet identifiant est déjà pris par la ligne 2 :");
    }

    @Test
    void saysWhatLinesMakeOfEachOther() {
        assertThat(by("check", write("frequentation.csv", HEADER + """
            ;S1;2016-01-01;2016-01-31;MOIS;ATELIER;OUVERT;;;14;;;;
            ;S1;2016-01-01;2016-01-31;MOIS;ATELIER;OUVERT;;;14;;;;
            ;S1;2016-02-01;2016-02-29;MOIS;ATELIER;OUVERT;;;14;;;;
            r2;S1;2016-02-01;2016-02-29;MOIS;ATELIER;OUVERT;;;41;;;;
            r3;S1;2016-03-01;2016-03-01;SEANCE;ATELIER;OUVERT;;;4;;;;
            r3;S2;2016-03-02;2016-03-02;SEANCE;ATELIER;OUVERT;;;5;;;;
            ;S2;2016-05-20;2016-06-10;PERIODE;ATELIER;OUVERT;;;5;;;;
            ;S2;2016-06-06;2016-06-12;SEMAINE;ATELIER;OUVERT;;;5;;;;
            ;S2;2016-07-01;2016-07-01;SEANCE;ATELIER;OUVERT;1;;5;;;;
            ;S2;2016-07-01;2016-07-01;SEANCE;ATELIER;OUVERT;1;;5;;;;
            ;S2;2016-07-01;2016-07-01;SEANCE;ATELIER;OUVERT;1;;6;;;;
            """)).said())
                .contains(
                        "acceptées 6",
                        "doubles possibles (séances égales) 1",
                        "1 × CHEVAUCHEMENT ligne 9, colonne « periode_debut »",
                        "2 × DOUBLON ligne 3, colonne « periode_debut »",
                        "ligne 7, colonne « id_releve » : Une autre ligne",
                        "2 × DOUBLON_CONTRADICTOIRE ligne 4, colonne « periode_debut »",
                        "1 × DOUBLE_POSSIBLE : une autre séance du fichier dit la même chose",
                        "donnez-leur un identifiant. ligne 11 ")
                .doesNotContain("CONTROLE");
    }

    @Test
    void tellsBothNumbersOfAControlThatDisagrees() {
        String register = write("frequentation.csv", HEADER + """
            ;S1;2016-01-01;2016-03-31;TRIMESTRE;ATELIER;OUVERT;;12.5;500;;;;
            ;S1;2016-01-01;2016-01-31;MOIS;ATELIER;OUVERT;;4;60;;;;
            ;S1;2016-02-01;2016-02-29;MOIS;ATELIER;OUVERT;;4;60;;;;
            ;S1;2016-03-01;2016-03-31;MOIS;ATELIER;OUVERT;;4;60;;;;
            """);

        CommandOutput commandOutput = by("check", register);
        JsonNode json = by("check", register, "--json").json();

        assertThat(commandOutput.code()).isZero();
        assertThat(commandOutput.said())
                .contains(
                        "2 × CONTROLE_INEGAL : les lignes plus fines de sa période",
                        " ligne 2, colonne « heures_seances » : elle dit 12,50, les lignes plus fines font 12,00 ",
                        " ligne 2, colonne « presences » : elle dit 500, les lignes plus fines font 180 ");
        assertThat(json.at("/remarks/0/first/1/found").asInt()).isEqualTo(180);
    }

    @Test
    void addsUpWhatIsCountedExactly() {
        assertThat(by("check", write("frequentation.csv", HEADER + """
            ;S1;2016-01-01;2016-01-31;MOIS;ATELIER;OUVERT;;0.1;0;;;;
            ;S1;2016-02-01;2016-02-29;MOIS;ATELIER;OUVERT;;0.2;;;;;
            ;S1;2016-03-01;2016-03-31;MOIS;ATELIER;OUVERT;;;1;;;;
            """), "--json")
                        .out())
                .contains("{\"column\":\"heures_seances\",\"sum\":0.30,\"values\":2,\"empty\":1},"
                        + "{\"column\":\"presences\",\"sum\":1,\"values\":2,\"empty\":1}]");
    }

    @Test
    void tellsOfTotalsThatAreTakenForRooms() {
        assertThat(by(
                                "check",
                                write(
                                        "frequentation.csv",
                                        REGISTER.replace("S9", "SAINT-TOTAL")
                                                .replace("S1;2016-01", "S-TOTALISEE;2016-01")))
                        .out())
                .contains(folded("""
                    À regarder (ces lignes sont prises)
                      1 × TOTAL_POSSIBLE : sa salle s'appelle « total » ou « ensemble ». Si c'est une somme d'autres lignes, déclarez-la dans « totaux ».
                        ligne 7
                    """));
    }

    /** It runs where the file is, and keeps nothing; what reaches somebody is shown to nobody. */
    @Test
    void showsTheWordsThatMustBeActedOn() {
        String mapping = write("visites.yaml", """
            mapping: visites
            table: frequentation
            fichiers: ["*"]
            colonnes:
              id_salle: {de: Salle, traduire: {Bourg: S1}}
              activite: {constante: ATELIER}
              etat: {constante: OUVERT}
            mois_en_colonnes: {vers: presences, colonnes: AAAA-MM}
            """);

        CommandOutput word = by(
                "check",
                write("Tricot.csv", "Salle;2016-01\nKervéguen;4\njeanne@example.org;5\n"),
                "--mapping",
                mapping);
        CommandOutput column =
                by("check", write("a.csv", "Salle;2016-01;Tricoteuses\nBourg;4;5\n"), "--mapping", mapping);
        CommandOutput file = by("check", write("Kervéguen.csv", REGISTER));
        CommandOutput absent = by("check", directory.resolve("Kervéguen-2.csv").toString());

        assertThat(word.out())
                .contains("id_salle=Kervéguen", "id_salle=[masqué]")
                .doesNotContain("jeanne");
        assertThat(column.err()).contains("la colonne n° 3 (« Tricoteuses »)");
        assertThat(file.out()).contains("Fichier « Kervéguen.csv »");
        assertThat(absent.err()).contains("« Kervéguen-2.csv » n'existe pas");
    }

    @Test
    void readsByAMapping() {
        String mapping = write("visites.yaml", WORDS);

        CommandOutput good =
                by("check", write("visites-2016.csv", "Salle;2016-01;2016-02\nS1;4;5\n"), "--mapping", mapping);
        CommandOutput other = by("check", write("autre.csv", "Salle;2016-01;2016-02\nS1;4;5\n"), "--mapping", mapping);

        assertThat(good.code()).isZero();
        assertThat(good.out()).contains("mapping « visites »", "ligne 2 (2)").doesNotContain("Attention");
        assertThat(other.said()).contains("Attention : « fichiers » de ce mapping ne prend pas un fichier de ce nom");
    }

    @Test
    void saysAllThatIsWrongInMappings() {
        String wrong =
                write("faux.yaml", WORDS.replace("Salle,", "Salle, nm: A,").replace("AAAA-MM", "AAAA"));

        CommandOutput check = by("mapping", "check", write("bon.yaml", WORDS), wrong);
        CommandOutput folder =
                by("mapping", "check", String.valueOf(Path.of(wrong).getParent()));
        CommandOutput use = by("check", write("a.csv", "A;B\n1;2\n"), "--mapping", wrong);

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.said()).contains("bon.yaml : bien écrit ; « visites », table « frequentation ».");
        assertThat(folder.said()).contains("bon.yaml : bien écrit");
        assertThat(folder.err()).contains("« faux.yaml »").doesNotContain("a.csv");
        assertThat(check.err())
                .contains(
                        "« faux.yaml »",
                        "ligne 4, colonne 29, colonnes.nm",
                        "ligne 5, colonne 47, mois_en_colonnes.colonnes");
        assertThat(use.code()).isEqualTo(2);
        assertThat(use.err()).isEqualTo(check.err());
    }

    @Test
    void saysWhatToDoAboutAnUnusableFile() {
        assertRefused("« a.csv » est en JSON : faites-en un CSV", "check " + write("a.csv", "[\n  {\"nom\": 1}]"));
        assertRefused("est en JSON", "mapping init " + write("a.csv", "{ \"salles\": [] }"));
        assertRefused("n'a pas les colonnes d'une table", "check " + write("a.csv", "A;B\n1;2\n"));
        assertRefused("n'est pas une table", "check " + write("a.csv", "A;B\n1;2\n") + " --table lieux");
        assertRefused("Aide : « ./passerelle mapping check --help »", "mapping check");
        assertRefused("Il manque une commande", "mapping");
    }

    private String write(String name, String text) {
        return NightFiles.write(directory, name, UTF_8, text);
    }

    @Test
    void saysWhichSettingsOrFactsCannotBeRead() {
        assertRefused(
                "Le réglage « passerelle.chunk » ne peut pas être lu",
                "check " + rooms() + " --passerelle.chunk=beaucoup");
        assertRefused(
                "Le réglage « passerelle.await.still » ne peut pas être lu",
                "check " + rooms() + " --passerelle.await.still=longtemps");

        write("passerelle.properties", "passerelle.chunk=\\uZZZZ\n");

        assertRefused(
                "Le fichier de réglages « passerelle.properties »",
                "check " + rooms() + " --passerelle.var=" + directory);

        assertRefused("(passerelle.facts)", "check " + rooms() + " --passerelle.facts=" + write("faits", ""));
        assertRefused("(passerelle.facts)", "check " + rooms() + " --passerelle.facts=" + directory.resolve("absent"));
    }

    @Test
    void saysThatTheFileOfSettingsIsAFolder() throws IOException {
        Files.createDirectory(directory.resolve("passerelle.properties"));

        assertRefused(
                "Le fichier de réglages « passerelle.properties »",
                "check " + rooms() + " --passerelle.var=" + directory);
    }

    @Test
    void saysWhatIsWrongWithABaremeOrAMapping() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("dossier"));
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', (byte) 0xE9});

        assertRefused("Le barème ne peut pas être utilisé", "bareme show " + write("faux.yaml", "a: [1\n"));
        assertRefused("Le barème ne peut pas être utilisé", "bareme show " + write("vide.yaml", ""));
        assertRefused("Le barème ne peut pas être utilisé", "bareme check " + write("liste.yaml", "- a\n"));
        assertRefused("n'est pas en UTF-8", "bareme show " + latin);
        assertRefused("ni un fichier lisible", "bareme show " + folder);
        assertRefused("introuvable", "bareme show " + directory.resolve("absent.yaml"));

        assertRefused("n'a aucun mapping", "mapping check " + folder);
        assertRefused("ce n'est pas du YAML lisible", "mapping check " + write("faux.yaml", "a: [1\n"));
        assertRefused("n'existe pas", "mapping check " + directory.resolve("absent.yaml"));
        assertRefused("n'existe pas", "mapping check " + write("fichier", "") + "/absent.yaml");
        assertRefused("ne peut pas être lu", "check " + rooms() + " --mapping " + folder);
    }

    /** As in a folder that may not be entered, whether the file is there cannot be told: of a link that leads to itself. */
    @Test
    void tellsAFolderAFileThatCannotBeReachedAndOneThatDoesNotExistApart() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("dossier"));

        assertRefused("est un dossier : donnez un fichier", "check " + folder);
        assertRefused("est un dossier : donnez un fichier", "mapping init " + folder);

        Path link = directory.resolve("lien.csv");
        Files.createSymbolicLink(link, link);

        assertRefused("« lien.csv » ne peut pas être lu", "check " + link);
        assertRefused("n'existe pas", "check " + directory.resolve("registre.csv"));
    }

    private String rooms() {
        return rooms("S1;Salle;02168");
    }

    private String rooms(String... known) {
        String[] rows = Stream.of(known)
                .map(room -> room + ";;;;;REGION;;;;;;;;;;;;;;;;")
                .toArray(String[]::new);
        return write("salles.csv", Csv.table(TableSchema.SALLES, rows));
    }

    /** @param line words that hold no space */
    private static void assertRefused(String sentence, String line) {
        CommandOutput commandOutput = by(line.split(" "));

        assertThat(commandOutput.err()).contains(sentence).doesNotContain("\tat ", "Exception", "inattendue");
        assertThat(commandOutput.out()).doesNotContain("\tat ", "Exception");
        assertThat(commandOutput.code()).isEqualTo(OperatorCommand.WRONG_USE);
    }
}
