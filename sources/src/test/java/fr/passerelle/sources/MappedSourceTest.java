package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedSourceTest {

    private static final TableSchema ROOMS = TableSchema.salles();
    private static final String MAPPING = """
        mapping: bibliotheques
        table: salles
        fichiers: ["*.csv"]
        colonnes:
          id_salle: {de: Branche, traduire: {Cruddas: cruddas-park}, sinon: garder}
          nom: Branche
          code_insee: {constante: "02094"}
          gestion: {constante: REGION}
          adresse: {joindre: [Rue, Ville], avec: ", "}
          latitude: {de: Lieu, couper: ",", morceau: 1, sur: 2}
          longitude: {de: Lieu, couper: ",", morceau: 2}
        ignorer: ["Nom usager"]
        """;
    private static final TableSchema ATTENDANCE = TableSchema.frequentation();
    private static final String WIDE = """
        mapping: visites
        table: frequentation
        fichiers: ["*visits.csv"]
        colonnes:
          id_salle: Library
          activite: {constante: ACCES_LIBRE}
          etat: {constante: OUVERT}
        mois_en_colonnes: {vers: presences, colonnes: AAAA-M}
        vides: [NA]
        ignorer: [Note]
        """;
    private static final String MAPPING_OF_ROOMS = """
        mapping: lieux
        table: salles
        fichiers: ["*.csv"]
        lecture: {separateur: ";"}
        colonnes:
          id_salle: Id
          nom: {constante: Lieu}
          code_insee: {constante: "02094"}
          gestion: {constante: REGION}
        """;
    private static final String HEADLESS = """
        mapping: sans-entete
        table: frequentation
        fichiers: ["*.csv"]
        lecture: {entete: 0}
        colonnes:
          id_salle: A
          activite: {constante: ACCES_LIBRE}
          etat: {constante: OUVERT}
          presences: C
        periode: B
        """;
    private static final String HEADER = "Branche;Nom usager;Rue;Ville;Lieu\n";

    @Test
    void renamesFillsTranslatesJoinsAndCuts() {
        Row.RowOutcome outcome = only(HEADER + "Cruddas;Marie Dupont;1 rue A;Laon;49.5, 3.5\n");

        Cells cells = new Cells(ROOMS.header(), ((Row.RowOutcome.Accepted) outcome).row());
        assertThat(cells.text("id_salle")).isEqualTo("cruddas-park");
        assertThat(cells.text("nom")).isEqualTo("Cruddas");
        assertThat(cells.text("gestion")).isEqualTo("REGION");
        assertThat(cells.text("adresse")).isEqualTo("1 rue A, Laon");
        assertThat(cells.degrees("latitude")).isEqualTo(49.5);
        assertThat(cells.degrees("longitude")).isEqualTo(3.5);
        assertThat(cells.text("connexion")).isNull();
    }

    @Test
    void refusesACellThatIsNotInAsManyPiecesAsDeclared() {
        Row.RowOutcome.Refused refused = (Row.RowOutcome.Refused) only(HEADER + "Cruddas;;1 rue A;Laon;49,5,3,5\n");

        assertThat(refused.rejected().column()).isEqualTo("latitude");
        assertThat(refused.rejected().message()).contains("2 morceau");
        assertThat(refused.rejected().cells()).containsEntry("nom", "Cruddas");
    }

    @Test
    void saysAtOnceAllThatDoesNotFitAHeader() {
        assertThatThrownBy(() -> only("Branche;Rue;Rue;Ville;Lieu;Téléphone;Nom usager\nA;B;C;D;E;F;G\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("ligne 1, ne va pas avec le mapping « bibliotheques »")
                .hasMessageContaining("la colonne « Rue » y est 2 fois")
                .hasMessageContaining("la colonne n° 6")
                .hasMessageContaining("n'est ni utilisée ni ignorée")
                .hasMessageNotContaining("n° 7");
    }

    @Test
    void saysWhatTheNearestHeaderLacks() {
        assertThatThrownBy(() -> only("Bibliothèques de Laon;;\nBranche;Lieu;Rue\nA;B;C\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("à la ligne 2, qui en est la plus proche, il manque « Ville »");
    }

    @Test
    void findsTheHeaderUnderAPreamble() {
        Row.RowOutcome outcome = only("Liste des bibliothèques;;;;\n\n" + HEADER + "Cruddas;;1 rue A;Laon;49.5, 3.5\n");

        assertThat(((Row.RowOutcome.Accepted) outcome).row().line()).isEqualTo(4);
    }

    @Test
    void countsTotalsAndRepeatedHeadersAsControls() {
        String totals = MAPPING + "totaux: {colonne: Branche, valeurs: [\"Total*\"]}\n";

        List<Row.RowOutcome> outcomes = read(
                totals,
                ROOMS,
                HEADER + "Cruddas;;1 rue A;Laon;49.5, 3.5\n" + HEADER + "Total général;;;;\nTOTAL;;1 rue B;Laon;\n");

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Accepted", "Control", "Control", "Accepted");
    }

    @Test
    void readsAFileWithoutAHeader() {
        String days = HEADLESS.replace("  presences: C\nperiode: B\n", """
              periode_debut: B
              periode_fin: C
              grain: {constante: MOIS}
              presences: {de: D, si_vide: "0"}
            """);

        List<Row.RowOutcome> outcomes =
                read(days, ATTENDANCE, "A;2016-01-01;2016-01-31;12\nB;2016-01-01;2016-01-31;\n");

        assertThat(presences(outcomes)).containsExactly("A 2016-01-01 12", "B 2016-01-01 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#22", "V"})
    void ignoresANoteBesideATableWithoutAHeader(String beside) {
        String rows = """
            A;2016-01;1
            B;2016-01;2%svu par un collègue
            C;2016-02;3
            D;2016-02;4;;;note ailleurs
            """.formatted(";".repeat(19));

        List<Row.RowOutcome> outcomes = read(HEADLESS + "ignorer: [\"" + beside + "\"]\n", ATTENDANCE, rows);

        assertThat(presences(outcomes)).containsExactly("A 2016-01-01 1", "B 2016-01-01 2", "C 2016-02-01 3");
        assertThat(((Row.RowOutcome.Refused) outcomes.getLast()).rejected()).satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo("COLONNES");
            assertThat(reject.message()).contains("ajoutez « #6 » à « ignorer » du mapping.");
        });
    }

    @Test
    void readsAFileWithoutAHeaderWhoseFirstLineIsDamaged() {
        List<Row.RowOutcome> outcomes = read(HEADLESS, ATTENDANCE, "A;2016-0112\nB;2016-01;3\nC;2016-02;4\n");

        assertThat(((Row.RowOutcome.Refused) outcomes.getFirst()).rejected().reason())
                .isEqualTo("COLONNES");
        assertThat(presences(outcomes)).containsExactly("B 2016-01-01 3", "C 2016-02-01 4");
    }

    @Test
    void readsPeriodsByTheirName() {
        String mapping = """
            mapping: registre
            table: frequentation
            fichiers: ["*.csv"]
            colonnes:
              id_salle: Salle
              activite: {constante: ACCES_LIBRE}
              etat: {constante: OUVERT}
              presences: Nb
            periode: {joindre: [Mois, Année], grain: MOIS}
            """;

        List<Row.RowOutcome> outcomes = read(
                mapping,
                ATTENDANCE,
                "Salle;Mois;Année;Nb\nA;janvier;2016;3\nA;02;2016;4\nA;T1;2016;5\nA;brumaire;2016;6\n");

        assertThat(presences(outcomes)).contains("A 2016-01-01 3");
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        Row.RowOutcome.Refused.class,
                        refused -> assertThat(refused.rejected().reason()).isEqualTo("GRAIN"));
        assertThat(outcomes.get(3))
                .isInstanceOfSatisfying(
                        Row.RowOutcome.Refused.class,
                        refused -> assertThat(refused.rejected().reason()).isEqualTo("DATE"));
    }

    @Test
    void keepsThePeriodOfARowThatIsRefusedForItsRoom() {
        String mapping = """
            mapping: registre
            table: frequentation
            fichiers: ["*.csv"]
            colonnes:
              id_salle: {de: Salle, traduire: {Laon: S1}, sinon: rejet}
              activite: {constante: ACCES_LIBRE}
              etat: {constante: OUVERT}
              presences: Nb
            periode: Mois
            """;

        List<Row.RowOutcome> outcomes =
                read(mapping, ATTENDANCE, "Salle;Mois;Nb\nSoissons;2016-03;4\nSoissons;2016-13;4\n");

        assertThat(outcomes)
                .extracting(outcome -> ((Row.RowOutcome.Refused) outcome).rejected())
                .extracting(reject -> reject.column() + " " + reject.cells().get("periode_debut") + " "
                        + reject.cells().get("periode_fin") + " "
                        + reject.cells().get("grain"))
                .containsExactly("id_salle 2016-03-01 2016-03-31 MOIS", "id_salle 2016-13  ");
    }

    @Test
    void readsTheHeaderFromTheLineThatIsDeclared() {
        String declared = MAPPING + "lecture: {entete: 2}\n";
        String row = "Cruddas;;1 rue A;Laon;49.5, 3.5\n";

        assertThat(read(declared, ROOMS, HEADER + HEADER + row)).hasSize(1);
        assertThatThrownBy(() -> read(declared, ROOMS, HEADER + "\n" + HEADER + row))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("n'a pas d'en-tête qui commence à la ligne 2");
    }

    @Test
    void makesARowOfEachMonthThatIsNotEmpty() {
        List<Row.RowOutcome> outcomes =
                read(WIDE, ATTENDANCE, "Library;2008-04;2025-1;Note\nA;12;;x\nB;0;NA;y\nC;;;z\nD;1;deux;\n");

        assertThat(presences(outcomes)).containsExactly("A 2008-04-01 12", "B 2008-04-01 0", "D 2008-04-01 1");
        Row.RowOutcome.Refused refused = (Row.RowOutcome.Refused) outcomes.getLast();
        assertThat(refused.row().line()).isEqualTo(5);
        assertThat(refused.row().ordinal()).isEqualTo(1);
        assertThat(refused.rejected().column()).isEqualTo("presences");
    }

    @Test
    void refusesEachMonthOfARecordThatCannotBeMapped() {
        String unknown = WIDE.replace("id_salle: Library", "id_salle: {de: Library, traduire: {Laon: S1}}");

        List<Row.RowOutcome> outcomes =
                read(unknown, ATTENDANCE, "Library;2016-01;2016-02;2016-03;Note\nSoissons;4;;5;x\n");

        assertThat(outcomes)
                .extracting(outcome -> ((Row.RowOutcome.Refused) outcome).rejected())
                .extracting(reject -> reject.ordinal() + " " + reject.cells().get("periode_debut") + " "
                        + reject.cells().get("presences"))
                .containsExactly("0 2016-01-01 4", "1 2016-03-01 5");
    }

    @Test
    void refusesEveryMonthOfARecordWhoseCellsCannotBeToldApart() {
        List<Row.RowOutcome> outcomes = read(WIDE, ATTENDANCE, "Library;2016-01;2016-02;2016-03;Note\nA;\"4;5;6;x\n");

        assertThat(outcomes)
                .extracting(outcome -> ((Row.RowOutcome.Refused) outcome).rejected())
                .extracting(reject -> reject.ordinal() + " " + reject.cells().get("periode_debut"))
                .containsExactly("0 2016-01-01", "1 2016-02-01", "2 2016-03-01");
    }

    @Test
    void refusesTwoColumnsOfOneMonth() {
        assertThatThrownBy(() -> read(WIDE, ATTENDANCE, "Library;2025-1;2025-01;Note\nA;12;;x\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("plusieurs colonnes sont du mois 2025-01");
    }

    @Test
    void saysZerosForCoveredMonthsWithoutARow() {
        String covered = WIDE + "couverture: {du: 2016-01, au: 2016-03}\n";

        List<Row.RowOutcome> outcomes =
                read(covered, ATTENDANCE, "Library;2015-12;2016-01;2016-02;Note\nB;4;5;;\nA;1;;x;\nC;;;;\n");

        assertThat(presences(outcomes))
                .containsExactly(
                        "B 2015-12-01 4",
                        "B 2016-01-01 5",
                        "A 2015-12-01 1",
                        "B 2016-02-01 0",
                        "B 2016-03-01 0",
                        "A 2016-01-01 0",
                        "A 2016-03-01 0",
                        "C 2016-01-01 0",
                        "C 2016-02-01 0",
                        "C 2016-03-01 0");
        Row zero = ((Row.RowOutcome.Accepted) outcomes.getLast()).row();
        assertThat(zero.text(0)).isEqualTo("couverture/C/2016-03");
        assertThat(zero.line()).isZero();
    }

    @Test
    void saysNoZeroWhereARefusedRowDoesNotSayItsRoom() {
        String covered = WIDE + "couverture: {du: 2016-01, au: 2016-02}\n";

        List<Row.RowOutcome> outcomes = read(covered, ATTENDANCE, "Library;2016-01;Note\nA;4;\nA\n");

        assertThat(presences(outcomes)).containsExactly("A 2016-01-01 4");
        assertThat(((Row.RowOutcome.Refused) outcomes.getLast()).rejected().reason())
                .isEqualTo("COUVERTURE");
    }

    @Test
    void saysNoZeroWhereTheRoomOfARefusedRowIsNotTranslated() {
        String covered =
                WIDE.replace("id_salle: Library", "id_salle: {de: Library, traduire: {Beauvais: S1}, sinon: rejet}")
                        + "couverture: {du: 2016-01, au: 2016-02}\n";

        List<Row.RowOutcome> outcomes =
                read(covered, ATTENDANCE, "Library;2016-01;2016-02;Note\nBeauvais;4;;\nBeauvaiz;;7;\n");

        assertThat(presences(outcomes)).containsExactly("S1 2016-01-01 4");
        assertThat(((Row.RowOutcome.Refused) outcomes.getLast()).rejected().reason())
                .isEqualTo("COUVERTURE");
    }

    @Test
    void stopsAtAColumnOfPersonsEvenWhereItIsUsed() {
        assertThatThrownBy(() -> read(
                        MAPPING.replace("nom: Branche", "nom: Prénom"),
                        ROOMS,
                        "Branche;Prénom;Rue;Ville;Lieu\nA;B;C;D;E\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("semble dire qui est quelqu'un");
    }

    @Test
    void makesAListOfTheBoxesThatAreChecked() {
        String boxes = rooms("fonctions: {cases: {Fablab: FABLAB, Atelier: FABLAB, EPN: MEDIATION_NUMERIQUE}}");

        List<Row.RowOutcome> outcomes = read(boxes, ROOMS, """
            Id;Fablab;Atelier;EPN
            S1;X;True;non
            S2;;;oui
            S3;;-;
            S4;;;Mairie
            """);

        assertThat(texts(outcomes, "fonctions")).containsExactly("FABLAB", "MEDIATION_NUMERIQUE", "");
        RejectedRow rejected = ((Row.RowOutcome.Refused) outcomes.getLast()).rejected();
        assertThat(rejected.column() + " " + rejected.reason()).isEqualTo("fonctions OUI_NON");
        assertThat(rejected.message()).contains("la case « EPN » ne dit ni oui ni non");
    }

    @Test
    void translatesEachItemOfAList() {
        String lists = rooms("fonctions: {de: Services, separer: [\",\", \"|\"], traduire: {Impression 3D: FABLAB,"
                + " Bureau: COWORKING, Prêt: \"\"}}\n  themes: {de: Sujets, separer: \" / \"}");

        List<Row.RowOutcome> outcomes = read(lists, ROOMS, """
            Id;Services;Sujets
            S1;Bureau, Impression 3D|Bureau,Prêt;Sport / Loisirs, jeux / Sport
            S2;Prêt;
            S3;Bureau, Piscine;
            """);

        assertThat(texts(outcomes, "fonctions")).containsExactly("COWORKING|FABLAB", "");
        assertThat(texts(outcomes, "themes")).containsExactly("Sport|Loisirs, jeux", "");
        assertThat(((Row.RowOutcome.Refused) outcomes.getLast()).rejected().reason())
                .isEqualTo("VALEUR");
    }

    @Test
    void leavesOutWithANoteWhatCannotBeReadWhereTheMappingSaysSo() {
        String lenient = rooms("""
            postes: {de: Postes, sinon: inconnu}
              connexion: {de: Accès, traduire: {Fibre optique: FIBRE}, sinon: inconnu}
              fonctions: {de: Services, separer: ",", traduire: {Bureau: COWORKING}, sinon: inconnu}
              themes: {de: Sujets, separer: ",", traduire: {Sport: Sports}, sinon: inconnu}
              latitude: {de: Lat, sinon: inconnu}
              longitude: {de: Lon, sinon: inconnu}\
            """);

        List<Row.RowOutcome> outcomes = read(lenient, ROOMS, """
            Id;Postes;Accès;Services;Sujets;Lat;Lon
            S1;12;Fibre optique;Bureau;Sport;49,5;3,4
            S2;une douzaine;ADSL;Bureau, Piscine;Sport, Danse;-22,2;166,4
            S3;;;;;;
            """);

        assertThat(texts(outcomes, "postes")).containsExactly("12", "", "");
        assertThat(texts(outcomes, "connexion")).containsExactly("FIBRE", "", "");
        assertThat(texts(outcomes, "fonctions")).containsExactly("COWORKING", "COWORKING", "");
        assertThat(texts(outcomes, "themes")).containsExactly("Sports", "Sports", "");
        assertThat(texts(outcomes, "latitude")).containsExactly("49.5", "", "");
        assertThat(unread(outcomes.get(1)))
                .containsExactlyInAnyOrder("postes", "connexion", "fonctions", "themes", "latitude", "longitude");
        assertThat(unread(outcomes.getFirst())).isEmpty();
        assertThat(unread(outcomes.getLast())).isEmpty();
    }

    @Test
    void leavesOutTheItemsThatItsTableDoesNotKnow() {
        String lenient = rooms("fonctions: {de: Services, sinon: inconnu}");

        List<Row.RowOutcome> outcomes = read(lenient, ROOMS, "Id;Services\nS1;Coworking, Piscine\nS2;Piscine\n");

        assertThat(texts(outcomes, "fonctions")).containsExactly("COWORKING", "");
        assertThat(outcomes).allSatisfy(outcome -> assertThat(unread(outcome)).containsExactly("fonctions"));
    }

    @Test
    void makesIdentifiers() {
        String named = MAPPING_OF_ROOMS.replace(
                "id_salle: Id", "id_salle: {de: Id, sans_prefixe: \"Lieu :\", identifiant: oui, prefixe: \"NC-\"}");

        List<Row.RowOutcome> outcomes = read(named, ROOMS, """
            Id
            Lieu : Médiathèque de l'Œuvre (Bourail)
            Salle 4
            Lieu : ???
            """);

        assertThat(texts(outcomes, "id_salle")).containsExactly("NC-MEDIATHEQUE-DE-L-OEUVRE-BOURAIL");
        assertThat(messages(outcomes))
                .satisfiesExactly(
                        first -> assertThat(first).contains("ne commence pas par « Lieu : »"),
                        second -> assertThat(second).contains("n'a rien dont un identifiant"));
    }

    @Test
    void makesTwoIdentifiersOfTwoLongNamesThatBeginAlike() {
        String named = MAPPING_OF_ROOMS.replace("id_salle: Id", "id_salle: {de: Id, identifiant: oui, prefixe: NC-}");

        List<Row.RowOutcome> outcomes = read(named, ROOMS, """
            Id
            Point information jeunesse et case numérique de la commune de Kouaoua
            Point information jeunesse et case numérique de la commune de Canala
            """);

        assertThat(texts(outcomes, "id_salle"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id)
                        .matches("NC-POINT-INFORMATION-JEUNESSE-ET-CASE-NUMERIQUE-DE-[0-9A-F]{8}")
                        .hasSizeLessThanOrEqualTo(60));
    }

    private static String rooms(String columns) {
        return MAPPING_OF_ROOMS + "  " + columns + "\n";
    }

    private static List<String> texts(List<Row.RowOutcome> outcomes, String column) {
        return outcomes.stream()
                .filter(Row.RowOutcome.Accepted.class::isInstance)
                .map(outcome -> new Cells(ROOMS.header(), ((Row.RowOutcome.Accepted) outcome).row()).required(column))
                .toList();
    }

    private static List<String> unread(Row.RowOutcome outcome) {
        return ((Row.RowOutcome.Accepted) outcome)
                .row().corrections().stream()
                        .filter(corrected -> corrected.code().equals("INCONNU"))
                        .map(CorrectedRow.CellCorrection::column)
                        .toList();
    }

    private static List<String> messages(List<Row.RowOutcome> outcomes) {
        return outcomes.stream()
                .filter(Row.RowOutcome.Refused.class::isInstance)
                .map(outcome -> ((Row.RowOutcome.Refused) outcome).rejected().message())
                .toList();
    }

    @Test
    void readsAnActivityThatIsNotTranslatedByItsOwnWords() {
        String mapping =
                WIDE.replace("{constante: ACCES_LIBRE}", "{de: Note, traduire: {\"Cours de tricot\": ATELIER}}");
        String file = "Library;2016-01;2016-02;Note\nS1;4;;Cours de tricot\nS2;5;;Jeux\nS3;6;;Belote\n";

        assertThat(activities(read(mapping.replace("ignorer: [Note]", ""), ATTENDANCE, file)))
                .containsExactly("ATELIER", "JEUX", "AUTRE");
    }

    @Test
    void letsAColumnInOnlyForAReasonAndOnlyWhereItIsNeeded() {
        String person = MAPPING.replace("nom: Branche", "nom: Bénéficiaire");
        String file = "Branche;Bénéficiaire;Rue;Ville;Lieu\nA;Amicale;C;D;E\n";
        String open = person.replace("ignorer:", "admettre: {Bénéficiaire: une association}\nignorer:");

        assertThatThrownBy(() -> read(person, ROOMS, file)).hasMessageContaining("« admettre »");
        assertThatThrownBy(() -> read(open.replace("Bénéficiaire: une", "Branche: une"), ROOMS, file))
                .hasMessageContaining("semble dire qui est quelqu'un");
        assertThatThrownBy(() ->
                        read(MAPPING.replace("ignorer:", "admettre: {Branche: une salle}\nignorer:"), ROOMS, file))
                .hasMessageContaining("n'a pas à être admise");
    }

    private static List<String> presences(List<Row.RowOutcome> outcomes) {
        return outcomes.stream()
                .filter(Row.RowOutcome.Accepted.class::isInstance)
                .map(outcome -> new Cells(ATTENDANCE.header(), ((Row.RowOutcome.Accepted) outcome).row()))
                .map(cells ->
                        cells.text("id_salle") + " " + cells.text("periode_debut") + " " + cells.integer("presences"))
                .toList();
    }

    private static List<String> activities(List<Row.RowOutcome> outcomes) {
        return outcomes.stream()
                .filter(Row.RowOutcome.Accepted.class::isInstance)
                .map(outcome ->
                        new Cells(ATTENDANCE.header(), ((Row.RowOutcome.Accepted) outcome).row()).text("activite"))
                .toList();
    }

    private static Row.RowOutcome only(String text) {
        List<Row.RowOutcome> outcomes = read(MAPPING, ROOMS, text);
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }

    private static List<Row.RowOutcome> read(String mapping, TableSchema schema, String text) {
        Path path = Csv.text(text);
        InputFile file = InputFile.examine(path, schema, Mapping.parse(mapping, "mapping.yaml"));
        List<Row.RowOutcome> outcomes = new ArrayList<>();
        try (TableSource source = TableSource.open(file, schema)) {
            for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                outcomes.add(outcome);
            }
        }
        assertThat(outcomes).hasSize((int) file.rows());
        return outcomes;
    }
}
